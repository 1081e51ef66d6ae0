import type { Language } from '@yijian/shared/kernel/language'
import { shanghaiDay, startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'
import type { RoleGrant } from '@yijian/shared/people/shapes'
import { dayText, moment } from '@/lib/format'
import { adminText } from './text'

type Term = Pick<RoleGrant, 'startsOn' | 'endsOn' | 'endedAt'>
export type TermState = 'coming' | 'held' | 'over' | 'ended'

/** Whether a role counts today: an end that was agreed includes its day, an operator's end is at once. */
export function termState({ startsOn, endsOn, endedAt }: Term, now: Instant): TermState {
  const today = shanghaiDay(now)
  if (endedAt !== null) return 'ended'
  if (endsOn !== null && endsOn < today) return 'over'
  return startsOn > today ? 'coming' : 'held'
}

/** `2026年1月1日 起，至 12月31日`: from when, and how it ends or ended. */
export function termWords(term: Term, now: Instant, language: Language): string {
  const t = adminText[language]
  const day = (on: string) => dayText(startOfShanghaiDay(on), now, language)
  const from = t.termFrom(day(term.startsOn))
  if (term.endedAt !== null) return `${from}${t.termEnded(moment(term.endedAt, now, language))}`
  if (term.endsOn === null) return `${from}${t.termOpen}`
  return `${from}${termState(term, now) === 'over' ? t.termOver(day(term.endsOn)) : t.termUntil(day(term.endsOn))}`
}
