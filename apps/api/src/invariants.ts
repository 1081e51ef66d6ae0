import { attendanceInvariants } from './attendance/index.ts'
import { payoutInvariants } from './payout/index.ts'
import { givingInvariants } from './giving/index.ts'
import { certificateInvariants } from './certificate/index.ts'
import { claimInvariants } from './claim/index.ts'
import { hoursInvariants } from './hours/index.ts'
import { leaveInvariants } from './leave/index.ts'
import type { Invariant } from './ledger/index.ts'
import { pointsInvariants } from './points/index.ts'
import { seatInvariants } from './signup/index.ts'

/** What the slices above the ledger add to its proof: seats, scans and the hours behind journals. */
export const invariants: readonly Invariant[] = [
  ...seatInvariants,
  ...attendanceInvariants,
  ...leaveInvariants,
  ...hoursInvariants,
  ...claimInvariants,
  ...certificateInvariants,
  ...payoutInvariants,
  ...givingInvariants,
  ...pointsInvariants,
]
