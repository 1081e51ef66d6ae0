import { millisecondsBetween } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { deviceNow, useDeviceNow } from '@/lib/clock'

const TICK_MS = 1000
const DAY_SECONDS = 86_400

export interface Cooling {
  /** Whole seconds in which it can still be undone. */
  secondsLeft: number
  /** What is left of the whole, 1 to 0. */
  share: number
}

/**
 * How long a donation can still be undone. Counted from the moment of the answer by the server's own clock, so that a
 * phone whose clock is wrong says the same.
 */
export function useCooling(receipt: { asOf: string; donation: { heldAt: string; coolsAt: string } }): Cooling {
  const now = useDeviceNow(TICK_MS).getTime()
  const [received, setReceived] = useState({ asOf: receipt.asOf, at: now })
  if (received.asOf !== receipt.asOf) setReceived({ asOf: receipt.asOf, at: deviceNow().getTime() })
  const { heldAt, coolsAt } = receipt.donation
  const leftMs = Math.max(0, millisecondsBetween(received.asOf, coolsAt) - Math.max(0, now - received.at))
  const wholeMs = Math.max(1, millisecondsBetween(heldAt, coolsAt))
  return { secondsLeft: Math.ceil(leftMs / 1000), share: Math.min(1, leftMs / wholeMs) }
}

const two = (value: number) => String(value).padStart(2, '0')

/** `29:59`, `3:05:00`, and the days apart. */
export function clockLeft(seconds: number): { days: number; time: string } {
  const rest = seconds % DAY_SECONDS
  const [hours, minutes] = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60)]
  const time = `${two(minutes)}:${two(rest % 60)}`
  return { days: Math.floor(seconds / DAY_SECONDS), time: hours > 0 || seconds >= DAY_SECONDS ? `${hours}:${time}` : time }
}
