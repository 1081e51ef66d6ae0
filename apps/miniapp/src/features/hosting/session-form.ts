import type { Session, SessionDraft } from '@yijian/shared/project/shapes'
import { addDays, addMinutes, shanghaiDay, shanghaiInstant } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'
import { clockTime } from '@/lib/format'

/** What the form holds: days and clock times in Beijing, as the pickers give them. */
export interface SessionFormValues {
  title: string
  day: string
  starts: string
  ends: string
  online: boolean
  city: string
  place: string
  capacity: string
  opensDay: string
  opensTime: string
  closesDay: string
  closesTime: string
  lateDay: string
  lateTime: string
  bring: string
  privateDetails: string
}

const HOUR_MINUTES = 60
const DAY_MINUTES = 1440

/** A first proposal: in a week, an afternoon, sign-up from now until two hours before. */
export function proposeSession(projectTitle: string, city: string | null, now: Date): SessionFormValues {
  const day = addDays(shanghaiDay(now), 7)
  return withWindows(
    {
      title: projectTitle,
      day,
      starts: '14:00',
      ends: '17:00',
      online: city === null,
      city: city ?? '',
      place: '',
      capacity: '30',
      opensDay: shanghaiDay(now),
      opensTime: clockTime(now),
      closesDay: '',
      closesTime: '',
      lateDay: '',
      lateTime: '',
      bring: '',
      privateDetails: '',
    },
    { day, starts: '14:00' },
  )
}

/** Moving the start takes the end of sign-up and of free cancelling along. */
export function withWindows(values: SessionFormValues, { day, starts }: { day: string; starts: string }): SessionFormValues {
  if (!day || !starts) return { ...values, day, starts }
  const startsAt = shanghaiInstant(day, starts)
  const [closes, late] = [addMinutes(startsAt, -2 * HOUR_MINUTES), addMinutes(startsAt, -DAY_MINUTES)]
  return {
    ...values,
    day,
    starts,
    closesDay: shanghaiDay(closes),
    closesTime: clockTime(closes),
    lateDay: shanghaiDay(late),
    lateTime: clockTime(late),
  }
}

/** An open session in the terms of the form. */
export function formOf(session: Session): SessionFormValues {
  const at = (instant: Instant) => [shanghaiDay(instant), clockTime(instant)] as const
  const [opensDay, opensTime] = at(session.signupOpensAt)
  const [closesDay, closesTime] = at(session.signupClosesAt)
  const [lateDay, lateTime] = at(session.lateCancelAt)
  return {
    title: session.title,
    day: shanghaiDay(session.startsAt),
    starts: clockTime(session.startsAt),
    ends: clockTime(session.endsAt),
    online: session.online,
    city: session.city ?? '',
    place: session.place,
    capacity: session.capacity === null ? '' : String(session.capacity),
    opensDay,
    opensTime,
    closesDay,
    closesTime,
    lateDay,
    lateTime,
    bring: session.bring,
    privateDetails: session.privateDetails ?? '',
  }
}

/** The number of places, null for no limit, undefined when it is not one. */
export function capacityOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const places = Number(typed)
  return Number.isInteger(places) && places >= 1 && places <= 100_000 ? places : undefined
}

/** What the API takes, or undefined while something is missing. */
export function sessionDraftOf(values: SessionFormValues): SessionDraft | undefined {
  const capacity = capacityOf(values.capacity)
  const [title, place] = [values.title.trim(), values.place.trim()]
  const { day, starts, ends, opensDay, opensTime, closesDay, closesTime, lateDay, lateTime } = values
  if (title.length < 2 || !place || capacity === undefined) return undefined
  if (!day || !starts || !ends || !opensDay || !opensTime || !closesDay || !closesTime || !lateDay || !lateTime) return undefined
  // An end that is not after the start lies on the next day.
  const endDay = ends > starts ? day : addDays(day, 1)
  return {
    title,
    startsAt: shanghaiInstant(day, starts).toISOString(),
    endsAt: shanghaiInstant(endDay, ends).toISOString(),
    timeZone: 'Asia/Shanghai',
    city: values.online || !values.city.trim() ? null : values.city.trim(),
    place,
    online: values.online,
    capacity,
    signupOpensAt: shanghaiInstant(opensDay, opensTime).toISOString(),
    signupClosesAt: shanghaiInstant(closesDay, closesTime).toISOString(),
    lateCancelAt: shanghaiInstant(lateDay, lateTime).toISOString(),
    bring: values.bring.trim(),
    privateDetails: values.privateDetails.trim(),
  }
}
