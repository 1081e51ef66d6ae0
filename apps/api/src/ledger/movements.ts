import { isSystemAccount } from '@yijian/shared/ledger/accounts'
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
}

/** By account, in account order: the order in which balances are locked. */
export function movementsByAccount(journals: readonly SealedJournal[]): Movement[] {
  return net(journals, (account) => ({ key: account, account, amount: 0, entries: 0 }))
}

/** By account and month. */
export function movementsByMonth(journals: readonly SealedJournal[]): MonthMovement[] {
  return net(journals, (account, servedOn) => {
    const ym = Number(servedOn.slice(0, 4)) * 100 + Number(servedOn.slice(5, 7))
    return { key: `${account} ${ym}`, account, ym, amount: 0, entries: 0 }
  })
}

function net<T extends Movement & { key: string }>(
  journals: readonly SealedJournal[],
  start: (account: string, servedOn: string) => T,
): T[] {
  const sums = new Map<string, T>()
  for (const { servedOn, entries } of journals) {
    for (const { account, amount } of entries) {
      if (isSystemAccount(account)) continue
      const fresh = start(account, servedOn)
      const sum = sums.get(fresh.key) ?? fresh
      sum.amount += amount
      sum.entries += 1
      sums.set(sum.key, sum)
    }
  }
  return [...sums.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}
