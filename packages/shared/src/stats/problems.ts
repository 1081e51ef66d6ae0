import { problem } from '../http/problem.ts'

export const statsProblems = {
  'year-not-begun': problem({
    status: 409,
    example: { year: 2031, runningYear: 2026 },
    zh: (d) => ({ title: '年份尚未开始', detail: `${d.year} 年尚未开始，没有数据。`, next: `请选择 ${d.runningYear} 年或更早的年份。` }),
    en: (d) => ({ title: 'Year has not begun', detail: `There is nothing in ${d.year} yet.`, next: `Choose ${d.runningYear} or earlier.` }),
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
