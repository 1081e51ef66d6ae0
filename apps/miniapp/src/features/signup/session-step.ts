import { overlaps } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'
import type { Verdict } from '@yijian/shared/kernel/verdict'
import type { Session, SessionCard } from '@yijian/shared/project/shapes'
import { canSignUp } from '@yijian/shared/signup/rules'
import type { SignUpRefusal } from '@yijian/shared/signup/rules'
import type { Signup } from '@yijian/shared/signup/shapes'
import { placesOf } from '@/features/project/places'

/** What a person can do with a session now. */
export type SessionStep =
  | { kind: 'sign-up'; left: number | null }
  | { kind: 'join-waitlist'; ahead: number }
  | { kind: 'refused'; refusal: Exclude<Verdict<SignUpRefusal>, { ok: true }> }
  | { kind: 'mine'; signupId: string; state: 'confirmed' | 'waitlisted'; signedUpAt: string; position: number | null }

/** As much of another sign-up as the rule needs. */
interface OtherSignup {
  signup: Pick<Signup, 'state'>
  session: Pick<SessionCard, 'id' | 'title' | 'state' | 'startsAt' | 'endsAt'>
}

/** The same rule as on the server, on what the page knows; places decide only which of two buttons it is. */
export function sessionStep(session: Session, others: readonly OtherSignup[], now: Instant): SessionStep {
  const { mine } = session
  if (mine && mine.state !== 'cancelled')
    return { kind: 'mine', signupId: mine.signupId, state: mine.state, signedUpAt: mine.signedUpAt, position: mine.waitlistPosition }
  const verdict = canSignUp({ now, session, mine, overlapping: overlappingOf(session, others) })
  if (!verdict.ok) return { kind: 'refused', refusal: verdict }
  const { left, isFull } = placesOf(session)
  // A freed place belongs to the queue: while somebody waits, one joins it.
  if (isFull || session.waiting > 0) return { kind: 'join-waitlist', ahead: session.waiting }
  return { kind: 'sign-up', left }
}

/** Another sign-up of mine that shares time with this session. */
function overlappingOf(session: Session, others: readonly OtherSignup[]) {
  const other = others.find(
    (one) =>
      one.signup.state !== 'cancelled' && one.session.state === 'open' && one.session.id !== session.id && overlaps(one.session, session),
  )
  if (!other) return null
  const { id, title, startsAt, endsAt } = other.session
  return { sessionId: id, title, startsAt, endsAt }
}
