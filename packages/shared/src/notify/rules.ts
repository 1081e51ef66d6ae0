import { type Instant, addDays, addMinutes, millisecondsBetween, shanghaiClock, shanghaiDay, shanghaiInstant } from '../kernel/time.ts'

export const noticeKinds = [
  'signup-confirmed',
  'signup-promoted',
  'session-moved',
  'session-cancelled',
  'session-reminder',
  'hours-issued',
  'hours-corrected',
  'donation-settled',
  'donation-returned',
  'claim-decided',
  'claim-refunded',
  'order-cancelled',
  'leave-decided',
  'leave-returned',
  'nomination-made',
  'leader-announced',
  'project-reviewed',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What cannot wait for the morning when the session begins before or soon after it. */
const pressing: ReadonlySet<NoticeKind> = new Set(['signup-promoted', 'session-moved', 'session-cancelled', 'session-reminder'])

export interface QuietHours {
  quietFromHour: number
  quietUntilHour: number
}

/** Whether an instant lies in the quiet hours of Shanghai; equal hours mean there are none. */
export function isQuiet(at: Instant, { quietFromHour, quietUntilHour }: QuietHours): boolean {
  const { hour } = shanghaiClock(at)
  if (quietFromHour === quietUntilHour) return false
  return quietFromHour < quietUntilHour ? hour >= quietFromHour && hour < quietUntilHour : hour >= quietFromHour || hour < quietUntilHour
}

/**
 * When a message may be sent: now, or when the quiet hours end. What tells of a session that begins before then, or within
 * an hour of it, is not held back: late, it would be of no use.
 */
export function sendAt(kind: NoticeKind, { now, begins, quiet }: { now: Date; begins: Instant | null; quiet: QuietHours }): Date {
  if (!isQuiet(now, quiet)) return now
  const today = shanghaiDay(now)
  const clock = `${String(quiet.quietUntilHour).padStart(2, '0')}:00`
  const endsToday = shanghaiInstant(today, clock)
  const ends = millisecondsBetween(now, endsToday) > 0 ? endsToday : shanghaiInstant(addDays(today, 1), clock)
  const useless = begins !== null && millisecondsBetween(addMinutes(ends, 60), begins) < 0
  return pressing.has(kind) && useless ? now : ends
}

/** When people are reminded of a session: so long before it begins, as far as that still lies ahead. */
export function reminderTimes(startsAt: Instant, reminderMinutes: readonly number[], now: Date): { dueAt: Date; minutesBefore: number }[] {
  return [...new Set(reminderMinutes)]
    .map((minutesBefore) => ({ dueAt: addMinutes(startsAt, -minutesBefore), minutesBefore }))
    .filter(({ dueAt }) => millisecondsBetween(now, dueAt) > 0)
}

/**
 * Whether a reminder still says what it was made for. Messages that were held up come late and all at once: the one that was due
 * last speaks for those before it, and none speaks of a session that has begun.
 */
export function remindsNow(startsAt: Instant, minutesBefore: number, reminderMinutes: readonly number[], now: Date): boolean {
  const minutesLeft = millisecondsBetween(now, startsAt) / 60_000
  return minutesLeft > 0 && !reminderMinutes.some((minutes) => minutes < minutesBefore && minutes >= minutesLeft)
}
