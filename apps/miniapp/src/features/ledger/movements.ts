import { partsOf } from '@yijian/shared/ledger/accounts'
import type { EmployeeAccount, Entry, SystemAccount, Unit } from '@yijian/shared/ledger/shapes'

/** An amount on its way from one account to another; always positive. */
export interface Movement {
  from: string
  to: string
  unit: Unit
  amount: number
}

/** Accounts that balance each other within a journal, in the order the story is told. */
const inOrder = ['hours', 'carry', 'gift', 'carried gift', 'credit', 'points', 'leave'] as const
type Family = (typeof inOrder)[number]

const families: Record<EmployeeAccount | SystemAccount, Family> = {
  hours: 'hours',
  'carry-hours': 'carry',
  'matched-hours': 'carry',
  gift: 'gift',
  'carry-gift': 'carried gift',
  'matched-gift': 'carried gift',
  credit: 'credit',
  'credit-held': 'credit',
  'credit-owed': 'credit',
  paid: 'credit',
  points: 'points',
  leave: 'leave',
  'leave-held': 'leave',
  'leave-used': 'leave',
}

function familyOf({ account }: Entry): Family {
  return families[partsOf(account).kind as EmployeeAccount | SystemAccount]
}

/** Pairs what left with what arrived, so that a journal reads as sentences: from here to there, so much. */
export function movementsOf(entries: readonly Entry[]): Movement[] {
  return inOrder.flatMap((family) => pair(entries.filter((entry) => familyOf(entry) === family)))
}

function pair(entries: readonly Entry[]): Movement[] {
  const leaving = entries.filter(({ amount }) => amount < 0).map((entry) => ({ ...entry, rest: -entry.amount }))
  const arriving = entries.filter(({ amount }) => amount > 0).map((entry) => ({ ...entry, rest: entry.amount }))
  const moved: Movement[] = []
  for (const from of leaving) {
    for (const to of arriving) {
      const amount = Math.min(from.rest, to.rest)
      if (amount === 0) continue
      from.rest -= amount
      to.rest -= amount
      moved.push({ from: from.account, to: to.account, unit: from.unit, amount })
    }
  }
  return moved
}
