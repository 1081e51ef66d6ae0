import { useRead } from '@/api/use-read'
import { usePolicy } from '@/features/policy/use-policy'
import { useDeviceNow } from '@/lib/clock'
import { checkInState } from './check-in-state'
import type { CheckInState } from './check-in-state'

const TICK_MS = 20_000

interface CheckInFacts {
  id: string
  startsAt: string
  endsAt: string
}

/** What a scan can do for me at a session I am confirmed for; undefined until the rules are known. */
export function useCheckIn(session: CheckInFacts | undefined): CheckInState | undefined {
  const now = useDeviceNow(TICK_MS)
  const policy = usePolicy('attendance', session?.startsAt)
  const hours = useRead('listMyHours', { query: { limit: 20 } }, { enabled: session !== undefined })
  if (!session || !policy || !hours.data) return undefined
  const mine = hours.data.items.find((line) => line.sessionId === session.id)
  return checkInState(session, mine, policy.settings, now)
}
