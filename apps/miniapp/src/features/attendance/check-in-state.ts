import { scanWindow } from '@yijian/shared/attendance/rules'
import type { WindowSettings } from '@yijian/shared/attendance/rules'
import { isBefore } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'

interface Presence {
  inAt: Instant
  outAt: Instant | null
}

/** What a scan can do for me at a session now. */
export type CheckInState =
  | { kind: 'before'; opensAt: Date }
  | { kind: 'open' }
  | { kind: 'arrived'; inAt: Instant; canLeave: boolean }
  | { kind: 'left'; inAt: Instant; outAt: Instant }
  | { kind: 'missed' }

export function checkInState(
  session: { startsAt: Instant; endsAt: Instant },
  mine: Presence | undefined,
  settings: WindowSettings,
  now: Instant,
): CheckInState {
  const window = (kind: 'in' | 'out') => scanWindow(session, { kind, means: 'code' }, settings)
  if (mine?.outAt) return { kind: 'left', inAt: mine.inAt, outAt: mine.outAt }
  if (mine) return { kind: 'arrived', inAt: mine.inAt, canLeave: isBefore(now, window('out').closesAt) }
  const { opensAt, closesAt } = window('in')
  if (isBefore(now, opensAt)) return { kind: 'before', opensAt }
  return isBefore(now, closesAt) ? { kind: 'open' } : { kind: 'missed' }
}
