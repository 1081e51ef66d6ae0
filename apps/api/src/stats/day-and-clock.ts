import { type Instant, shanghaiClock, shanghaiDay } from '@yijian/shared/kernel/time'

const two = (value: number) => String(value).padStart(2, '0')

/** `2026-01-15 14:05` on the Shanghai clock: the same in both languages, and a spreadsheet sorts it. */
export function dayAndClock(at: Instant): string {
  const { hour, minute } = shanghaiClock(at)
  return `${shanghaiDay(at)} ${two(hour)}:${two(minute)}`
}
