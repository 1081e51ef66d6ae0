import type { Things } from './invariant.ts'

// What the ledger's own invariants look at.

export const journals: Things = { words: { zh: '张凭证', en: 'journals' }, from: 'ledger_journal' }
export const entries: Things = { words: { zh: '条分录', en: 'entries' }, from: 'ledger_entry' }
export const balances: Things = { words: { zh: '个余额', en: 'balances' }, from: 'ledger_balance' }
export const months: Things = { words: { zh: '个月度合计', en: 'sums by month' }, from: 'ledger_month' }
export const totals: Things = { words: { zh: '个公司合计', en: 'sums of the company' }, from: 'ledger_total' }
export const accounts: Things = { words: { zh: '个账户', en: 'accounts' }, from: 'ledger_account' }
export const reversals: Things = { words: { zh: '张冲正凭证', en: 'reversals' }, from: 'ledger_journal WHERE reverses IS NOT NULL' }
export const hoursJournals: Things = {
  words: { zh: '张公益时凭证', en: 'journals of hours' },
  from: "ledger_journal WHERE kind IN ('hours-issued', 'hours-corrected')",
}
export const giftJournals: Things = {
  words: { zh: '张个人捐赠凭证', en: 'journals of own donations' },
  from: "ledger_journal WHERE kind IN ('gift-matched', 'gift-refunded')",
}
export const servers: Things = {
  words: { zh: '位有公益时入账的员工', en: 'people with hours' },
  from: "ledger_balance WHERE account_id LIKE 'emp%/hours' AND version > 0",
}
export const givers: Things = {
  words: { zh: '位有个人捐赠入账的员工', en: 'people with own donations' },
  from: "ledger_balance WHERE account_id LIKE 'emp%/gift' AND version > 0",
}
