import { useEffect, useState } from 'react'

/** The clock of the device: good for what is shown, never for what is decided. */
export function deviceNow(): Date {
  return new Date()
}

/** The device's now, renewed every so often while the page stands. */
export function useDeviceNow(everyMs: number): Date {
  const [now, setNow] = useState(deviceNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
