import { addDays, shanghaiDay, startOfShanghaiDay, spokenTime } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'
import type { Language } from '@yijian/shared/kernel/language'
import { clockTime, dayText } from '@/lib/format'

const near = {
  zh: ['今天', '明天', '后天'],
  en: ['Today', 'Tomorrow', ''],
} as const

/** A day as the heading of a list: `今天 11月20日 周五`. */
export function dayHeading(at: Instant, now: Instant, language: Language): string {
  const day = shanghaiDay(at)
  const today = shanghaiDay(now)
  const word = near[language][[0, 1, 2].findIndex((days) => addDays(today, days) === day)] ?? ''
  const [date = '', weekday = '', rest = ''] = spokenTime(startOfShanghaiDay(day), language).split(' ')
  const spoken = language === 'zh' ? `${dayText(at, now, 'zh')} ${weekday}` : `${date} ${weekday} ${rest}`.trim()
  return [word, spoken].filter(Boolean).join(' ')
}

/** `16:00–19:00`; an end on another day is said in full by `span`. */
export function clockSpan(startsAt: Instant, endsAt: Instant): string {
  return `${clockTime(startsAt)}–${clockTime(endsAt)}`
}

/** The items of a list sorted by time that open a new day. */
export function firstOfDays<T extends { id: string; startsAt: Instant }>(items: readonly T[]): Set<string> {
  const first = items.filter((item, index) => {
    const before = items[index - 1]
    return before === undefined || shanghaiDay(before.startsAt) !== shanghaiDay(item.startsAt)
  })
  return new Set(first.map(({ id }) => id))
}
