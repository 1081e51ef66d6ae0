import { useEffect } from 'react'

/** Browsers can keep the screen on where they know the wake lock; brightness is not theirs to set. */
export function useBrightScreen(): void {
  useEffect(() => {
    const lock = navigator.wakeLock?.request('screen').catch(() => undefined)
    return () => void lock?.then((held) => held?.release())
  }, [])
}
