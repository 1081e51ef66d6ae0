import { problem } from '../http/problem.ts'

export const ledgerProblems = {
  'credit-insufficient': problem({
    status: 409,
    example: { wantedFen: 50_000, availableFen: 30_000 },
    zh: (d) => ({
      title: '公益金余额不足',
      detail: `需要 ${(d.wantedFen / 100).toFixed(2)} 元，可用 ${(d.availableFen / 100).toFixed(2)} 元。`,
      next: '请调低金额后重试。',
    }),
    en: (d) => ({
      title: 'Not enough credit',
      detail: `${(d.wantedFen / 100).toFixed(2)} yuan wanted, ${(d.availableFen / 100).toFixed(2)} available.`,
      next: 'Lower the amount.',
    }),
  }),
  'already-reversed': problem({
    status: 409,
    example: { journalId: 'jnl_0d3k9x2m4q7rt' },
    zh: (d) => ({
      title: '该凭证已冲正',
      detail: `凭证 ${d.journalId} 已经冲正过，每张凭证只能冲正一次。`,
      next: '请刷新查看更正后的记录。',
    }),
    en: (d) => ({
      title: 'Already reversed',
      detail: `Journal ${d.journalId} was reversed before; each can be reversed once.`,
      next: 'Refresh to see the corrected record.',
    }),
  }),
}
