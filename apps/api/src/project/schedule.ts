import { toDate } from '@yijian/shared/kernel/time'
import { type SessionTimes, sessionTimesVerdict } from '@yijian/shared/project/rules'
import type { SessionChange } from '@yijian/shared/project/shapes'
import { enforce, refuse } from '../core/problems.ts'

/** The times of a session as instants, once they fit together and lie in a time zone there is. @throws Problem `session-times` */
export function scheduleOf(change: SessionChange, now: Date): Record<keyof SessionTimes, Date> {
  if (!isTimeZone(change.timeZone)) throw refuse('session-times', { rule: 'known-time-zone', startsAt: change.startsAt })
  enforce(sessionTimesVerdict(change, now))
  return {
    startsAt: toDate(change.startsAt),
    endsAt: toDate(change.endsAt),
    signupOpensAt: toDate(change.signupOpensAt),
    signupClosesAt: toDate(change.signupClosesAt),
    lateCancelAt: toDate(change.lateCancelAt),
  }
}

/** Asked of Intl here and not in the shared rule, since WeChat promises no Intl. */
function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
