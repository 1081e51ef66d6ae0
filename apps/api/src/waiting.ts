import type { WaitingReader } from './core/waiting.ts'
import { claimWaiting } from './claim/index.ts'
import { fundWaiting } from './fund/index.ts'
import { leaveWaiting } from './leave/index.ts'
import { payoutWaiting } from './payout/index.ts'
import { orderWaiting } from './points/index.ts'
import { closingWaiting, exportWaiting } from './stats/index.ts'

/** What the slices know to wait for those who keep the desk. */
export const waiting: readonly WaitingReader[] = [
  leaveWaiting,
  claimWaiting,
  fundWaiting,
  payoutWaiting,
  orderWaiting,
  exportWaiting,
  closingWaiting,
]
