import { unitOf } from './chart.ts'
import type { EntryDraft } from './rules.ts'
import type { Unit } from './shapes.ts'

/** Fewer could not balance; more would not be one fact. */
const MIN_ENTRIES = 2
const MAX_ENTRIES = 255

/** An entry as a journal holds it. */
export interface Line extends EntryDraft {
  lineNo: number
  unit: Unit
}

/**
 * The lines of a journal: in account order, numbered, each with its unit. It holds them to the law of the ledger before
 * anything is written: every unit sums to zero, no entry is empty, no account comes twice. A violation is a fault of the
 * program, never of a person.
 */
export function balancedLines(entries: readonly EntryDraft[]): Line[] {
  if (entries.length < MIN_ENTRIES || entries.length > MAX_ENTRIES)
    throw new Error(`a journal has ${MIN_ENTRIES} to ${MAX_ENTRIES} entries, not ${entries.length}`)
  const lines = [...entries]
    .sort((a, b) => (a.account < b.account ? -1 : 1))
    .map(({ account, amount }, index) => ({ lineNo: index + 1, account, unit: unitOf(account), amount }))
  const sums = new Map<Unit, number>()
  let before = ''
  for (const { account, unit, amount } of lines) {
    if (!Number.isSafeInteger(amount) || amount === 0)
      throw new Error(`an entry moves a whole amount that is not zero: ${account} ${amount}`)
    if (account === before) throw new Error(`an account has one entry in a journal: ${account}`)
    before = account
    sums.set(unit, (sums.get(unit) ?? 0) + amount)
  }
  for (const [unit, sum] of sums) if (sum !== 0) throw new Error(`${unit} do not balance: ${sum}`)
  return lines
}
