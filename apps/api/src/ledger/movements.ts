import { isSystemAccount, partsOf } from '@yijian/shared/ledger/accounts'
import { chartName } from '@yijian/shared/ledger/chart'
import type { SealedJournal } from './journal.ts'

/** What journals do to one account that somebody owns, netted. */
export interface Movement {
  account: string
  amount: number
  entries: number
}

export interface MonthMovement extends Movement {
  /** Year and month of the service day, 202611. */
  ym: number
  /** Kind of the journals, so that a year tells credit from hours and credit from donations apart. */
  kind: string
}

/** By account, month and kind, in account order. */
export function movementsByMonth(journals: readonly SealedJournal[]): MonthMovement[] {
  const sums = new Map<string, MonthMovement>()
  for (const { kind, servedOn, entries } of journals) {
    const month = servedOn.slice(0, 7)
    for (const { account, amount } of entries) {
      if (isSystemAccount(account)) continue
      const key = `${account} ${month} ${kind}`
      const sum = sums.get(key)
      if (sum === undefined) sums.set(key, { account, ym: Number(month.replace('-', '')), kind, amount, entries: 1 })
      else add(sum, amount, 1)
    }
  }
  return inOrderOfKeys(sums)
}

/** By account, in account order: the order in which balances are locked. */
export function movementsByAccount(months: readonly MonthMovement[]): Movement[] {
  const sums: Movement[] = []
  for (const { account, amount, entries } of months) {
    const last = sums.at(-1)
    if (last?.account === account) add(last, amount, entries)
    else sums.push({ account, amount, entries })
  }
  return sums
}

/** What journals add to the sums of the whole company. */
export interface TotalMovement extends Omit<MonthMovement, 'account'> {
  /** `emp`, `fnd` or `pay`. */
  owner: string
  account: string
}

/** By month, kind of account and kind of journal, in the order of their key. */
export function movementsByTotal(months: readonly MonthMovement[]): TotalMovement[] {
  const sums = new Map<string, TotalMovement>()
  for (const { account: path, ym, kind, amount, entries } of months) {
    const name = chartName(path)
    const key = `${ym} ${name} ${kind}`
    const sum = sums.get(key)
    if (sum === undefined) {
      const { owner, kind: account } = partsOf(name)
      sums.set(key, { owner, account, ym, kind, amount, entries })
    } else add(sum, amount, entries)
  }
  return inOrderOfKeys(sums)
}

/** One order for everybody, so that two postings never wait for each other's rows crosswise. */
function inOrderOfKeys<Sum>(sums: ReadonlyMap<string, Sum>): Sum[] {
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}

function add(sum: { amount: number; entries: number }, amount: number, entries: number): void {
  sum.amount += amount
  sum.entries += entries
}
