import { problem } from '../http/problem.ts'

export const statsProblems = {
  'year-not-begun': problem({
    status: 409,
    example: { year: 2031, runningYear: 2026 },
    zh: (d) => ({ title: '年份尚未开始', detail: `${d.year} 年尚未开始，没有数据。`, next: `请选择 ${d.runningYear} 年或更早的年份。` }),
    en: (d) => ({ title: 'Year has not begun', detail: `There is nothing in ${d.year} yet.`, next: `Choose ${d.runningYear} or earlier.` }),
  }),
  'year-still-running': problem({
    status: 409,
    example: { year: 2026, lastDay: '2026-12-31' },
    zh: (d) => ({
      title: '年度尚未结束',
      detail: `${d.year} 年要到 ${d.lastDay} 之后才能关账。`,
      next: '请在年度结束、数据核对之后再关账。',
    }),
    en: (d) => ({
      title: 'Year is running',
      detail: `${d.year} can be closed after ${d.lastDay}.`,
      next: 'Close it once it has ended and is checked.',
    }),
  }),
  'year-closed': problem({
    status: 409,
    example: { year: 2025, closedOn: '2026-01-15' },
    zh: (d) => ({
      title: '年度已关账',
      detail: `${d.year} 年已于 ${d.closedOn} 关账，数字已冻结。`,
      next: '关账所依据的文件可随时下载；其后的更正请导出差异文件。',
    }),
    en: (d) => ({
      title: 'Year is closed',
      detail: `${d.year} was closed on ${d.closedOn}; its figures are frozen.`,
      next: 'Download the file it was closed on; later corrections come as a difference file.',
    }),
  }),
  'closing-needs-export': problem({
    status: 409,
    example: { year: 2025 },
    zh: (d) => ({
      title: '请先导出',
      detail: `关账要依据一份年度结束后生成、核对一致的全公司导出，${d.year} 年还没有。`,
      next: `请导出 ${d.year} 年（全公司），核对一致后再关账。`,
    }),
    en: (d) => ({
      title: 'Export first',
      detail: `A year is closed on a checked export of the company that was built after its end; ${d.year} has none.`,
      next: `Export ${d.year} of the company, then close it.`,
    }),
  }),
  'export-outdated': problem({
    status: 409,
    example: { year: 2025, exportedAt: '1月10日 周六 14:00' },
    zh: (d) => ({
      title: '导出已过时',
      detail: `最近一次导出（${d.exportedAt}）之后，${d.year} 年的数字又有变化。`,
      next: `请重新导出 ${d.year} 年（全公司），核对一致后再关账。`,
    }),
    en: (d) => ({
      title: 'Export outdated',
      detail: `Figures of ${d.year} have changed since its last export (${d.exportedAt}).`,
      next: `Export ${d.year} of the company again, then close it.`,
    }),
  }),
  'year-not-closed': problem({
    status: 409,
    example: { year: 2025 },
    zh: (d) => ({
      title: '年度尚未关账',
      detail: `${d.year} 年还没有关账，没有可比的冻结数字。`,
      next: '请直接导出年度文件；关账之后的更正才进入差异文件。',
    }),
    en: (d) => ({
      title: 'Year is not closed',
      detail: `${d.year} is open; there are no frozen figures to differ from.`,
      next: 'Export the year itself; only corrections after its close come as a difference file.',
    }),
  }),
  'difference-of-branch': problem({
    status: 409,
    example: { year: 2025 },
    zh: (d) => ({ title: '差异文件只有全公司的', detail: `${d.year} 年冻结的是全公司的数字，分会没有差异文件。`, next: '请选择全公司。' }),
    en: (d) => ({
      title: 'Difference files are company-wide',
      detail: `What is frozen of ${d.year} are the company’s figures; a branch has no difference file.`,
      next: 'Choose the whole company.',
    }),
  }),
  'export-not-ready': problem({
    status: 409,
    example: { progress: 40 },
    zh: (d) => ({ title: '导出尚未完成', detail: `文件正在生成，已完成 ${d.progress}%。`, next: '请稍候，完成后即可下载。' }),
    en: (d) => ({
      title: 'Export not ready',
      detail: `It is being built, ${d.progress}% done.`,
      next: 'Wait a moment; it can be downloaded then.',
    }),
  }),
  'export-failed': problem({
    status: 409,
    example: { failure: 'mismatch' },
    zh: (d) => ({
      title: '导出未通过',
      detail: d.failure === 'mismatch' ? '合计与账本不一致，文件已作废，系统已告警。' : '生成多次中断，没有文件。',
      next: d.failure === 'mismatch' ? '请联系运营核验账本，处理后重新导出。' : '请重新导出。',
    }),
    en: (d) => ({
      title: 'Export failed',
      detail: d.failure === 'mismatch' ? 'Its sums did not agree with the ledger, so there is no file.' : 'It was interrupted too often.',
      next: d.failure === 'mismatch' ? 'Have the operator prove the ledger, then export again.' : 'Export again.',
    }),
  }),
}
