import { addMinutes, shanghaiInstant } from '@yijian/shared/kernel/time'

export interface MovableClock {
  now: () => Date
  advance(minutes: number): void
}

/** A clock that stands still until it is moved: codes and tokens age in a test without waiting. */
export function createMovableClock(): MovableClock {
  let at = shanghaiInstant('2026-11-20', '14:00')
  return {
    now: () => at,
    advance(minutes) {
      at = addMinutes(at, minutes)
    },
  }
}
