import { claimTeller } from './claim/index.ts'
import { donationTeller } from './giving/index.ts'
import { hoursTeller } from './hours/index.ts'
import { leaveTeller } from './leave/index.ts'
import type { Teller } from './ledger/index.ts'
import { pointsTellers } from './points/index.ts'

/** Who tells where a journal comes from: one teller for each kind of source. */
export const tellers: readonly Teller[] = [hoursTeller, claimTeller, leaveTeller, donationTeller, ...pointsTellers]
