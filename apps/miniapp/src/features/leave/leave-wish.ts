import { type Instant, addDays, shanghaiClock, shanghaiDay } from '@yijian/shared/kernel/time'
import { isYearOpen, leaveMinutesFor, sessionFallsOn, takesSignup } from '@yijian/shared/leave/rules'
import type { Leave, LeavePart } from '@yijian/shared/leave/shapes'

/** Sign-ups that have leave already; each has it once. */
export function askedAlready(requests: readonly Pick<Leave, 'signupId' | 'state'>[]): ReadonlySet<string> {
  return new Set(requests.filter(({ state }) => takesSignup(state)).map(({ signupId }) => signupId))
}

interface Span {
  startsAt: Instant
  endsAt: Instant
}

/** Days of a session that can still be taken off: from today on, as far as allowances are open. */
export function daysToTake(session: Span, now: Instant): string[] {
  const today = shanghaiDay(now)
  const first = shanghaiDay(session.startsAt)
  const days: string[] = []
  for (let day = first < today ? today : first; sessionFallsOn(session, day) && days.length < 7; day = addDays(day, 1)) {
    if (!isYearOpen(day, now)) break
    days.push(day)
  }
  return days
}

/** The part of the day a session takes; half a day if no more is left. */
export function partFor(
  { startsAt, endsAt }: Span,
  { leftMinutes, halfDayMinutes }: { leftMinutes: number; halfDayMinutes: number },
): LeavePart {
  const [from, to] = [shanghaiClock(startsAt).hour, shanghaiClock(endsAt).hour]
  const oneDay = shanghaiDay(startsAt) === shanghaiDay(endsAt)
  if (oneDay && from >= 12) return 'afternoon'
  if (oneDay && to <= 13) return 'morning'
  return leaveMinutesFor('day', halfDayMinutes) <= leftMinutes ? 'day' : 'morning'
}
