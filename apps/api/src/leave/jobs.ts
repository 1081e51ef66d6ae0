import { type Listeners, listener } from '../core/jobs/topics.ts'
import { endLeaveDay } from './end-leave-day.ts'
import { endLeaveYear } from './end-leave-year.ts'
import { returnForSession, returnForSignup, returnIfMoved } from './return-leave.ts'

/** Leave follows its reason: the sign-up, the session and the day; and the allowance its year. */
export const leaveListeners: Listeners = [
  listener({ topic: 'signup.cancelled', name: 'leave.return', hear: returnForSignup }),
  listener({ topic: 'session.cancelled', name: 'leave.return', hear: returnForSession }),
  listener({ topic: 'session.changed', name: 'leave.return', hear: returnIfMoved }),
  listener({ topic: 'leave.day-over', name: 'leave.end-day', hear: endLeaveDay }),
  listener({ topic: 'leave.year-over', name: 'leave.end-year', hear: endLeaveYear }),
]
