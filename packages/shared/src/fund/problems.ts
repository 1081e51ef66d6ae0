import { problem } from '../http/problem.ts'

export const fundProblems = {
  'fund-project-not-listed': problem({
    status: 409,
    example: { name: '山区儿童营养午餐', state: 'paused' },
    zh: (d) => ({
      title: '暂不接受捐赠',
      detail: `“${d.name}”当前为“${fundStateZh[d.state] ?? d.state}”，只有上线中的公益金项目可以接受捐赠。`,
      next: '请选择其他上线中的公益金项目。',
    }),
    en: (d) => ({
      title: 'Not open to donations',
      detail: `“${d.name}” is “${d.state}”; only listed fund projects receive credit.`,
      next: 'Choose another listed fund project.',
    }),
  }),
  'fund-project-state': problem({
    status: 409,
    example: { state: 'recommended', allowed: ['checked'] },
    zh: (d) => ({
      title: '公益金项目状态不允许',
      detail: `它当前为“${fundStateZh[d.state] ?? d.state}”，此操作只适用于${d.allowed.map((state) => `“${fundStateZh[state] ?? state}”`).join('、')}。`,
      next: '请刷新查看最新状态。',
    }),
    en: (d) => ({
      title: 'State of the fund project',
      detail: `It is “${d.state}”; this needs “${d.allowed.join('” or “')}”.`,
      next: 'Refresh to see its state.',
    }),
  }),
  'own-fund-project': problem({
    status: 403,
    example: {},
    zh: () => ({
      title: '须由第二人核验',
      detail: '这个公益金项目由你录入，或收款机构信息由你填写，不能由你自己核验。',
      next: '请另一位运营核验。',
    }),
    en: () => ({
      title: 'A second person is needed',
      detail: 'You brought this fund project in or wrote its charity, so another person checks it.',
      next: 'Ask another operator.',
    }),
  }),
  'charity-changed': problem({
    status: 409,
    example: { changed: ['charityAccount'] },
    zh: (d) => ({
      title: '机构信息刚刚有变化',
      detail: `核验以看到的内容为准：你打开之后，${d.changed.map((name) => partsZh[name] ?? name).join('、')}已被改动。`,
      next: '这次没有核验。请对照证书看过新的内容，再决定。',
    }),
    en: (d) => ({
      title: 'Charity has just changed',
      detail: `A charity is checked by what you saw: its ${d.changed.map((name) => partsEn[name] ?? name).join(', ')} changed since.`,
      next: 'Nothing was done. Compare what stands there now, then decide again.',
    }),
  }),
  'charity-incomplete': problem({
    status: 422,
    example: { missing: ['charityCode', 'charityAccount'] },
    zh: (d) => ({
      title: '机构信息不完整',
      detail: `还缺少：${d.missing.map((name) => partsZh[name] ?? name).join('、')}。`,
      next: '请先补全机构信息，再核验和上线。',
    }),
    en: (d) => ({
      title: 'Charity incomplete',
      detail: `Still missing: ${d.missing.map((name) => partsEn[name] ?? name).join(', ')}.`,
      next: 'Complete the charity first.',
    }),
  }),
  'charity-code-invalid': problem({
    status: 422,
    example: { code: '53520000MJR1234561' },
    zh: (d) => ({
      title: '统一社会信用代码有误',
      detail: `“${d.code}”没有通过校验位检查。`,
      next: '请对照登记证书核对 18 位代码（不含字母 I、O、S、V、Z）。',
    }),
    en: (d) => ({
      title: 'Credit code is wrong',
      detail: `“${d.code}” fails its check character.`,
      next: 'Compare its 18 characters with the certificate.',
    }),
  }),
  'charity-checked': problem({
    status: 409,
    example: {},
    zh: () => ({
      title: '机构信息已核验',
      detail: '核验之后，机构名称、信用代码和收款账户不能直接修改。',
      next: '已核验未上线的，请先退回再修改；已上线的，请关闭后重新录入。',
    }),
    en: () => ({
      title: 'Charity was checked',
      detail: 'Name, code and account of the charity stay as they were checked.',
      next: 'Return it before it is listed, or close it and enter it anew.',
    }),
  }),
  'report-overdue': problem({
    status: 409,
    example: { dueOn: '2026-11-01' },
    zh: (d) => ({
      title: '反馈逾期',
      detail: `反馈应在 ${d.dueOn} 前发布，目前还没有。`,
      next: '请先发布反馈，再恢复上线。',
    }),
    en: (d) => ({
      title: 'Report overdue',
      detail: `A report was due on ${d.dueOn}.`,
      next: 'Publish it, then resume.',
    }),
  }),
  'report-period': problem({
    status: 422,
    example: { periodFrom: '2026-10-01', periodUntil: '2026-09-01' },
    zh: (d) => ({
      title: '反馈期间有误',
      detail: `${d.periodFrom} 至 ${d.periodUntil}：结束日须不早于开始日，且不晚于今天。`,
      next: '请调整反馈期间。',
    }),
    en: (d) => ({
      title: 'Period does not fit',
      detail: `${d.periodFrom} to ${d.periodUntil}: it ends on or after its first day, and not after today.`,
      next: 'Correct the period.',
    }),
  }),
  'spent-above-paid': problem({
    status: 422,
    example: { spentFen: 500_000, leftFen: 360_000 },
    zh: (d) => ({
      title: '使用金额超过已拨付',
      detail: `本次填写 ${yuan(d.spentFen)} 元，已拨付且尚未反馈的只有 ${yuan(d.leftFen)} 元。`,
      next: '请只填写由公益金拨付的部分。',
    }),
    en: (d) => ({
      title: 'More than was paid out',
      detail: `You entered ${yuan(d.spentFen)} yuan; ${yuan(d.leftFen)} yuan were paid out and not reported yet.`,
      next: 'Enter only what came from charity credit.',
    }),
  }),
}

const yuan = (fen: number) => (fen / 100).toFixed(2)
const fundStateZh: Record<string, string> = {
  recommended: '待核验',
  checked: '已核验',
  listed: '上线中',
  paused: '已暂停',
  closed: '已关闭',
}
const partsZh: Record<string, string> = { charity: '机构名称', charityCode: '统一社会信用代码', charityAccount: '收款账户' }
const partsEn: Record<string, string> = { charity: 'name', charityCode: 'credit code', charityAccount: 'bank account' }
