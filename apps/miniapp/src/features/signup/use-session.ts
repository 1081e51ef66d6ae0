import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { useDeviceNow } from '@/lib/clock'
import { sessionStep } from './session-step'
import type { SessionStep } from './session-step'

const TICK_MS = 20_000
/** Never sent: without an id in the address nothing is asked. */
const NONE = ''

/** A session, and what the person can do with it now. */
export function useSession(sessionId: string | undefined) {
  const enabled = useLogin() !== undefined && sessionId !== undefined
  const now = useDeviceNow(TICK_MS)
  const session = useRead('getSession', { params: { sessionId: sessionId ?? NONE } }, { enabled })
  const mine = useRead('listMySignups', { query: { when: 'coming', limit: 100 } }, { enabled })
  const step: SessionStep | undefined = session.data && mine.data ? sessionStep(session.data, mine.data.items, now) : undefined
  return { session, mine, step, now, refresh: () => Promise.all([session.refetch(), mine.refetch()]) }
}
