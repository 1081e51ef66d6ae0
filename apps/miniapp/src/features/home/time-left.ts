import type { Language } from '@yijian/shared/kernel/language'
import { isBefore, minutesBetween } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'
import { duration, THIN } from '@/lib/format'

const HOUR = 60
const DAY = 24 * HOUR

/** How long until then, as people say it: days, hours, or minutes; null once it has come. */
export function timeLeft(at: Instant, now: Instant, language: Language): string | null {
  if (!isBefore(now, at)) return null
  const minutes = minutesBetween(now, at)
  if (minutes >= 2 * DAY) {
    const days = Math.floor(minutes / DAY)
    return language === 'zh' ? `${days}${THIN}天` : `${days} days`
  }
  // Within the last three hours the minutes matter.
  const shown = minutes >= 3 * HOUR ? Math.floor(minutes / HOUR) * HOUR : Math.max(1, minutes)
  return duration(shown, language)
}
