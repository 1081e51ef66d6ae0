/** The only place where dates are taken apart. Days are calendar days in Asia/Shanghai (UTC+8, no clock changes). */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const WEEKDAYS_ZH = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** An instant as a Date or as the ISO string that travels. */
export type Instant = Date | string

function epochMs(at: Instant): number {
  return typeof at === 'string' ? Date.parse(at) : at.getTime()
}

/** An instant that travelled, as a Date again. */
export function toDate(at: Instant): Date {
  return new Date(epochMs(at))
}

export interface ShanghaiClock {
  year: number
  month: number
  date: number
  hour: number
  minute: number
  weekday: number
}

/** The wall clock in Shanghai at an instant; needs no Intl, which WeChat does not promise. */
export function shanghaiClock(at: Instant): ShanghaiClock {
  const moved = new Date(epochMs(at) + SHANGHAI_OFFSET_MS)
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    date: moved.getUTCDate(),
    hour: moved.getUTCHours(),
    minute: moved.getUTCMinutes(),
    weekday: moved.getUTCDay(),
  }
}

const two = (n: number) => String(n).padStart(2, '0')

/** The calendar day in Shanghai, `2026-11-20`: the service day of the ledger. */
export function shanghaiDay(at: Instant): string {
  const { year, month, date } = shanghaiClock(at)
  return `${year}-${two(month)}-${two(date)}`
}

/** The instant at which a Shanghai day begins. */
export function startOfShanghaiDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS)
}

/** A wall-clock time in Shanghai, `2026-11-20` and `14:00`, as an instant. */
export function shanghaiInstant(day: string, clock: string): Date {
  return new Date(Date.parse(`${day}T${clock}:00.000Z`) - SHANGHAI_OFFSET_MS)
}

export function addMinutes(at: Instant, minutes: number): Date {
  return new Date(epochMs(at) + minutes * MINUTE_MS)
}

/** Whole seconds since 1970. */
export function epochSeconds(at: Instant): number {
  return Math.floor(epochMs(at) / 1000)
}

export function fromEpochSeconds(seconds: number): Date {
  return new Date(seconds * 1000)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** For countdowns on a screen; what is decided is counted in minutes. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return epochMs(to) - epochMs(from)
}

/** Whole minutes from one instant to another, rounded down; clock changes abroad do not matter. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((epochMs(to) - epochMs(from)) / MINUTE_MS)
}

export function isBefore(a: Instant, b: Instant): boolean {
  return epochMs(a) < epochMs(b)
}

/** Minutes two spans share; touching ends share nothing. */
export function overlapMinutes(a: { startsAt: Instant; endsAt: Instant }, b: { startsAt: Instant; endsAt: Instant }): number {
  const from = Math.max(epochMs(a.startsAt), epochMs(b.startsAt))
  const to = Math.min(epochMs(a.endsAt), epochMs(b.endsAt))
  return Math.max(0, Math.floor((to - from) / MINUTE_MS))
}

/** True when two spans share any moment; an end that touches a start is not an overlap. */
export function overlaps(a: { startsAt: Instant; endsAt: Instant }, b: { startsAt: Instant; endsAt: Instant }): boolean {
  return epochMs(a.startsAt) < epochMs(b.endsAt) && epochMs(b.startsAt) < epochMs(a.endsAt)
}

/** `11月20日 周五 14:00` or `Fri 20 Nov 14:00`, on the Shanghai clock. */
export function spokenTime(at: Instant, language: 'zh' | 'en'): string {
  const clock = shanghaiClock(at)
  const time = `${two(clock.hour)}:${two(clock.minute)}`
  return language === 'zh'
    ? `${clock.month}月${clock.date}日 ${WEEKDAYS_ZH[clock.weekday]} ${time}`
    : `${WEEKDAYS_EN[clock.weekday]} ${clock.date} ${MONTHS_EN[clock.month - 1]} ${time}`
}
