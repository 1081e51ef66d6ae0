import type { Language } from '@yijian/shared/kernel/language'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'

/** A calendar day as people say it. */
export function spokenDay(day: string, language: Language): string {
  return dayText(startOfShanghaiDay(day), deviceNow(), language)
}
