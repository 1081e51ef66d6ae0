import type { ScanKind } from '@yijian/shared/attendance/shapes'
import { useEffect, useRef, useState } from 'react'
import { useRead } from '@/api/use-read'
import { millisecondsBetween } from '@yijian/shared/kernel/time'
import { deviceNow } from '@/lib/clock'

const TICK_MS = 500

/**
 * The code now and how long it stands. Counted from the moment of the answer by the server's own clock, so that a
 * phone whose clock is wrong still changes the code in time.
 */
export function useSessionCode(sessionId: string, kind: ScanKind) {
  const code = useRead('getSessionCode', { params: { sessionId }, query: { kind } })
  const { data, refetch } = code
  const received = useRef<{ at: number; lifeMs: number }>()
  const [leftMs, setLeftMs] = useState(0)

  useEffect(() => {
    if (!data) return
    received.current = { at: deviceNow().getTime(), lifeMs: Math.max(1_000, millisecondsBetween(data.now, data.nextAt)) }
    setLeftMs(received.current.lifeMs)
  }, [data])

  useEffect(() => {
    const timer = setInterval(() => {
      const { at, lifeMs } = received.current ?? {}
      if (at === undefined || lifeMs === undefined) return
      const left = lifeMs - (deviceNow().getTime() - at)
      setLeftMs(Math.max(0, left))
      // A request under way goes on: begun anew at every tick it would never come to an end without network.
      if (left <= 0) void refetch({ cancelRefetch: false })
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [refetch])

  return { code, secondsLeft: Math.ceil(leftMs / 1_000), share: received.current ? leftMs / received.current.lifeMs : 1 }
}
