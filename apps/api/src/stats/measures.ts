import { type PersonalKey, personalKeys } from '@yijian/shared/stats/columns'
import type { EmployeeAccount, JournalKind } from '@yijian/shared/ledger/shapes'
import { type SQL, sql } from 'drizzle-orm'

/** Which entries make a figure of a person: their accounts and, unless all, the kinds of journal; `sign` turns what left into a positive. */
interface Measure {
  accounts: readonly EmployeeAccount[]
  kinds?: readonly JournalKind[]
  sign: 1 | -1
  /** A balance: everything up to the end of the period. */
  isStock?: true
}

/** The one place that says what a figure sums; person-times are no sum of the ledger. */
export const measures: Record<Exclude<PersonalKey, 'personTimes'>, Measure> = {
  minutes: { accounts: ['hours'], sign: 1 },
  grantedHoursFen: { accounts: ['credit', 'credit-owed'], kinds: ['hours-issued', 'hours-corrected'], sign: 1 },
  correctedFen: { accounts: ['credit', 'credit-owed'], kinds: ['hours-corrected'], sign: 1 },
  grantedGiftsFen: { accounts: ['credit', 'credit-owed'], kinds: ['gift-matched', 'gift-refunded'], sign: 1 },
  refundedFen: { accounts: ['credit', 'credit-owed'], kinds: ['gift-refunded'], sign: 1 },
  giftFen: { accounts: ['gift'], sign: 1 },
  donatedFen: { accounts: ['credit-held'], kinds: ['donation-settled'], sign: -1 },
  outstandingFen: { accounts: ['credit', 'credit-held'], sign: 1, isStock: true },
  owedFen: { accounts: ['credit-owed'], sign: -1, isStock: true },
  pointsEarned: { accounts: ['points'], kinds: ['hours-issued', 'hours-corrected', 'points-earned'], sign: 1 },
  pointsSpent: { accounts: ['points'], kinds: ['points-spent', 'points-refunded'], sign: -1 },
  leaveMinutes: { accounts: ['leave-held'], kinds: ['leave-used'], sign: -1 },
}
export type LedgerKey = keyof typeof measures
export const ledgerKeys = personalKeys.filter((key): key is LedgerKey => key !== 'personTimes')

/** A sum of entries, told by month of service, kind of account and kind of journal; whoever read it, totals, months or entries. */
export interface MonthSum {
  ym: number
  owner: string
  account: string
  kind: string
  amount: number
}

export function belongs(key: LedgerKey, { owner, account, kind }: MonthSum): boolean {
  const { accounts, kinds } = measures[key]
  return (
    owner === 'emp' &&
    (accounts as readonly string[]).includes(account) &&
    (kinds === undefined || (kinds as readonly string[]).includes(kind))
  )
}

/** A figure over a year, or to its end when `sinceYm` is 0; a stock is always to its end. */
export function sumOver(key: LedgerKey, sums: readonly MonthSum[], { sinceYm, untilYm }: { sinceYm: number; untilYm: number }): number {
  const { sign, isStock } = measures[key]
  const from = isStock === true ? 0 : sinceYm
  let total = 0
  for (const sum of sums) if (sum.ym >= from && sum.ym <= untilYm && belongs(key, sum)) total += sum.amount
  return total === 0 ? 0 : total * sign
}

/** The same as an expression over rows of `ledger_month` with an alias of `m`. */
export function sumSql(key: LedgerKey, sinceYm: number): SQL {
  const { accounts, kinds, sign, isStock } = measures[key]
  const byKind = kinds === undefined ? sql`` : sql` and m.kind in ${[...kinds]}`
  const byMonth = isStock === true ? sql`` : sql` and m.ym >= ${sinceYm}`
  return sql`sum(if(substring(m.account_id, 19) in ${[...accounts]}${byKind}${byMonth}, m.amount, 0)) * ${sql.raw(String(sign))}`
}
