import { addDays, shanghaiClock, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'
import type { Field } from '@yijian/shared/project/shapes'

export const dayChoices = ['any', 'today', 'tomorrow', 'weekend', 'week', 'month'] as const
export type DayChoice = (typeof dayChoices)[number]

/** What a person looks for; what is undefined or `any` does not narrow. */
export interface Filters {
  search: string
  day: DayChoice
  field?: Field
  city?: string
  branchId?: string
  isOnline: boolean
  isOpen: boolean
}

export const noFilters: Filters = { search: '', day: 'any', isOnline: false, isOpen: false }

/** Filters in force beside the search words. */
export function countFilters({ day, field, city, branchId, isOnline, isOpen }: Filters): number {
  return [day !== 'any', field, city, branchId, isOnline, isOpen].filter(Boolean).length
}

export function isNarrowed(filters: Filters): boolean {
  return filters.search.trim() !== '' || countFilters(filters) > 0
}

/** First and last day of a choice, on the Shanghai calendar. */
export function dayRange(choice: DayChoice, now: Instant): { from?: string; until?: string } {
  const today = shanghaiDay(now)
  const { weekday } = shanghaiClock(now)
  const toSaturday = weekday === 0 ? -1 : 6 - weekday
  switch (choice) {
    case 'any':
      return {}
    case 'today':
      return { from: today, until: today }
    case 'tomorrow':
      return { from: addDays(today, 1), until: addDays(today, 1) }
    case 'weekend':
      // On a Sunday the weekend is what is left of it.
      return { from: addDays(today, Math.max(0, toSaturday)), until: addDays(today, toSaturday + 1) }
    case 'week':
      return { from: today, until: addDays(today, 6) }
    case 'month':
      return { from: today, until: addDays(today, 29) }
  }
}

/** The query of the project list: a project has no day, no places and need not be on line. */
export function projectQuery({ search, field, city, branchId }: Filters) {
  return { search: search.trim() || undefined, field, city, branchId }
}

export function sessionQuery(filters: Filters, now: Instant) {
  const { isOnline, isOpen, day } = filters
  return {
    ...projectQuery(filters),
    ...dayRange(day, now),
    online: isOnline ? 'true' : undefined,
    open: isOpen ? 'true' : undefined,
  }
}
