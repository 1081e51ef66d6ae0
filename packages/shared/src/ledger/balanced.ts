import { unitOf } from './accounts.ts'
import type { EntryDraft } from './rules.ts'
import { type Unit, units } from './shapes.ts'

/** Fewer could not balance; more would not be one fact. */
const MIN_ENTRIES = 2
const MAX_ENTRIES = 255

/**
 * Holds a journal to the law of the ledger before anything is written: every unit sums to zero, no entry is empty,
 * no account comes twice. A violation is a fault of the program, never of a person.
 */
export function assertBalanced(entries: readonly EntryDraft[]): void {
  if (entries.length < MIN_ENTRIES || entries.length > MAX_ENTRIES)
    throw new Error(`a journal has ${MIN_ENTRIES} to ${MAX_ENTRIES} entries, not ${entries.length}`)
  const sums = new Map<Unit, number>(units.map((unit) => [unit, 0]))
  const seen = new Set<string>()
  for (const { account, amount } of entries) {
    if (!Number.isSafeInteger(amount) || amount === 0)
      throw new Error(`an entry moves a whole amount that is not zero: ${account} ${amount}`)
    if (seen.has(account)) throw new Error(`an account has one entry in a journal: ${account}`)
    seen.add(account)
    const unit = unitOf(account)
    sums.set(unit, (sums.get(unit) ?? 0) + amount)
  }
  for (const [unit, sum] of sums) if (sum !== 0) throw new Error(`${unit} do not balance: ${sum}`)
}
