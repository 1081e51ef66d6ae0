import { shanghaiClock, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'

export const periodKinds = ['this-year', 'last-year', 'all', 'own'] as const
export type PeriodKind = (typeof periodKinds)[number]

export interface Period {
  fromOn: string
  toOn: string
}

/** The days of a period by its name; `own` begins as this year and is changed by hand. */
export function periodOf(kind: PeriodKind, now: Instant, hiredOn: string): Period {
  const { year } = shanghaiClock(now)
  if (kind === 'last-year') return { fromOn: `${year - 1}-01-01`, toOn: `${year - 1}-12-31` }
  return { fromOn: kind === 'all' ? hiredOn : `${year}-01-01`, toOn: shanghaiDay(now) }
}

/** Hours as on the paper, with two decimals at most: what is certified is not rounded to tenths. */
export function exactHours(minutes: number): string {
  return String(Math.round(minutes / 0.6) / 100)
}
