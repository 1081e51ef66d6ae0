import type { Invariant } from './invariant.ts'
import { journalInvariants } from './journal-invariants.ts'
import { sumInvariants } from './sum-invariants.ts'

/** What holds of every ledger, whatever was posted. */
export const ledgerInvariants: readonly Invariant[] = [...sumInvariants, ...journalInvariants]
