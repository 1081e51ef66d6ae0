import { remindsNow, reminderTimes } from '@yijian/shared/notify/rules'
import { isBefore, shanghaiDay } from '@yijian/shared/kernel/time'
import { movedSince } from '@yijian/shared/signup/rules'
import type { Ctx } from '../core/context.ts'
import { putAt } from '../core/jobs/outbox.ts'
import { type Listeners, listener } from '../core/jobs/topics.ts'
import { policyOn } from '../policy/index.ts'
import { deliverNotice } from './deliver-notice.ts'
import { type NoticeDraft, makeNotices } from './make-notices.ts'
import {
  cancelledOrderFacts,
  claimFacts,
  donationFacts,
  hoursFacts,
  leaveFacts,
  nominationFacts,
  refundFacts,
  reviewFacts,
  signedUpTo,
  signupFacts,
  titleOf,
} from './read.ts'

type SignupFacts = NonNullable<Awaited<ReturnType<typeof signupFacts>>>

function aboutSession(of: Pick<SignupFacts, 'sessionId' | 'projectTitle' | 'sessionTitle' | 'startsAt' | 'place'>) {
  const { sessionId, projectTitle, sessionTitle, startsAt, place } = of
  return {
    facts: { title: titleOf(projectTitle, sessionTitle), at: startsAt.toISOString(), place },
    opens: { page: 'session' as const, id: sessionId },
  }
}

async function tellOfPlace(ctx: Ctx, signupId: string, kind: 'signup-confirmed' | 'signup-promoted'): Promise<void> {
  const of = await signupFacts(ctx, signupId)
  // Cancelled again before the message was made.
  if (of === undefined || of.state !== 'confirmed' || of.sessionState === 'cancelled') return
  await makeNotices(ctx, [{ employeeId: of.employeeId, kind, subject: signupId, ...aboutSession(of) }])
  await planReminders(ctx, [of])
}

/** Reminders lie in the outbox until they are due; what has changed by then is looked at when they are. */
async function planReminders(ctx: Ctx, signups: readonly SignupFacts[]): Promise<void> {
  const { reminderMinutes } = (await policyOn(ctx, 'message', shanghaiDay(ctx.now))).settings
  const [any] = signups
  if (any === undefined) return
  for (const { dueAt, minutesBefore } of reminderTimes(any.startsAt, reminderMinutes, ctx.now)) {
    const startsAt = any.startsAt.toISOString()
    await putAt(ctx, dueAt, 'signup.reminder-due', ...signups.map(({ signupId }) => ({ signupId, startsAt, minutesBefore })))
  }
}

async function remind(ctx: Ctx, { signupId, startsAt, minutesBefore }: { signupId: string; startsAt: string; minutesBefore: number }) {
  const of = await signupFacts(ctx, signupId)
  const stands = of?.state === 'confirmed' && of.sessionState !== 'cancelled' && of.startsAt.toISOString() === startsAt
  if (of === undefined || !stands) return
  const { reminderMinutes } = (await policyOn(ctx, 'message', shanghaiDay(ctx.now))).settings
  if (!remindsNow(of.startsAt, minutesBefore, reminderMinutes, ctx.now)) return
  const subject = `${signupId}/${minutesBefore}/${of.startsAt.getTime()}`
  await makeNotices(ctx, [{ employeeId: of.employeeId, kind: 'session-reminder', subject, ...aboutSession(of) }])
}

/** Those who signed up for another time or place; of several moves only the last is told. */
async function tellOfMoving(ctx: Ctx, { sessionId, wasAt, movedAt }: { sessionId: string; wasAt: string; movedAt: string }): Promise<void> {
  const people = await signedUpTo(ctx, sessionId, ['confirmed', 'waitlisted'])
  const told = people.filter(
    (of) => of.sessionState !== 'cancelled' && of.movedAt?.toISOString() === movedAt && movedSince(of.signedUpAt, movedAt),
  )
  const drafts = told.map((of): NoticeDraft => {
    const startsAt = of.startsAt.toISOString()
    // Whoever does not know yet sets out for the earlier of the two.
    const before = isBefore(wasAt, startsAt) ? wasAt : startsAt
    return { employeeId: of.employeeId, kind: 'session-moved', subject: `${of.signupId}/${movedAt}`, ...aboutSession(of), before }
  })
  await makeNotices(ctx, drafts)
}

async function tellOfCancelling(ctx: Ctx, sessionId: string): Promise<void> {
  const people = await signedUpTo(ctx, sessionId, ['confirmed', 'waitlisted'])
  const drafts = people.map((of): NoticeDraft => {
    const { facts, opens } = aboutSession(of)
    return {
      employeeId: of.employeeId,
      kind: 'session-cancelled',
      subject: of.signupId,
      facts: { ...facts, reason: of.cancelReason },
      opens,
    }
  })
  await makeNotices(ctx, drafts)
}

async function tellOfHours(
  ctx: Ctx,
  of: { journalId: string; employeeId: string },
  kind: 'hours-issued' | 'hours-corrected',
): Promise<void> {
  const brought = await hoursFacts(ctx, of)
  if (brought === undefined) return
  const { minutes, amountFen, startsAt, projectTitle, sessionTitle } = brought
  const title = titleOf(projectTitle, sessionTitle)
  const figures = kind === 'hours-issued' ? { minutes, amountFen } : {}
  const facts = { title, at: startsAt.toISOString(), ...figures }
  await makeNotices(ctx, [{ employeeId: of.employeeId, kind, subject: of.journalId, facts, opens: { page: 'journal', id: of.journalId } }])
}

async function tellLeader(ctx: Ctx, { cycleId, year, employeeId }: { cycleId: string; year: number; employeeId: string }): Promise<void> {
  await makeNotices(ctx, [
    { employeeId, kind: 'leader-announced', subject: cycleId, facts: { year }, opens: { page: 'honour', id: employeeId } },
  ])
}

async function tell(ctx: Ctx, draft: NoticeDraft | null): Promise<void> {
  if (draft !== null) await makeNotices(ctx, [draft])
}

/** What people need to know, as it happens; the sending itself is a message of its own, so that a platform's fault repeats nothing. */
export const notifyListeners: Listeners = [
  listener({ topic: 'signup.confirmed', name: 'notify.confirmed', hear: (ctx, m) => tellOfPlace(ctx, m.signupId, 'signup-confirmed') }),
  listener({ topic: 'signup.promoted', name: 'notify.promoted', hear: (ctx, m) => tellOfPlace(ctx, m.signupId, 'signup-promoted') }),
  listener({
    topic: 'session.changed',
    name: 'notify.remind-anew',
    hear: async (ctx, m) => planReminders(ctx, await signedUpTo(ctx, m.sessionId, ['confirmed'])),
  }),
  listener({ topic: 'session.moved', name: 'notify.moved', hear: tellOfMoving }),
  listener({ topic: 'session.cancelled', name: 'notify.cancelled', hear: (ctx, m) => tellOfCancelling(ctx, m.sessionId) }),
  listener({ topic: 'signup.reminder-due', name: 'notify.remind', hear: remind }),
  listener({ topic: 'hours.issued', name: 'notify.issued', hear: (ctx, m) => tellOfHours(ctx, m, 'hours-issued') }),
  listener({ topic: 'hours.corrected', name: 'notify.corrected', hear: (ctx, m) => tellOfHours(ctx, m, 'hours-corrected') }),
  listener({
    topic: 'donation.settled',
    name: 'notify.settled',
    hear: async (ctx, m) => tell(ctx, await donationFacts(ctx, m.donationId, 'settled')),
  }),
  listener({
    topic: 'donation.returned',
    name: 'notify.returned',
    hear: async (ctx, m) => tell(ctx, await donationFacts(ctx, m.donationId, 'returned')),
  }),
  listener({ topic: 'claim.decided', name: 'notify.claim', hear: async (ctx, m) => tell(ctx, await claimFacts(ctx, m.claimId)) }),
  listener({ topic: 'claim.refunded', name: 'notify.refund', hear: async (ctx, m) => tell(ctx, await refundFacts(ctx, m.claimId)) }),
  listener({ topic: 'order.ended', name: 'notify.order', hear: async (ctx, m) => tell(ctx, await cancelledOrderFacts(ctx, m.orderId)) }),
  listener({ topic: 'leave.decided', name: 'notify.leave', hear: async (ctx, m) => tell(ctx, await leaveFacts(ctx, m.leaveId)) }),
  listener({ topic: 'leave.returned', name: 'notify.leave-back', hear: async (ctx, m) => tell(ctx, await leaveFacts(ctx, m.leaveId)) }),
  listener({
    topic: 'nomination.made',
    name: 'notify.nominee',
    hear: async (ctx, m) => tell(ctx, await nominationFacts(ctx, m.nominationId)),
  }),
  listener({ topic: 'leader.announced', name: 'notify.leader', hear: tellLeader }),
  listener({
    topic: 'project.reviewed',
    name: 'notify.review',
    hear: async (ctx, m) => makeNotices(ctx, await reviewFacts(ctx, m.projectId)),
  }),
  listener({ topic: 'notice.made', name: 'notify.deliver', hear: (ctx, m) => deliverNotice(ctx, m.noticeId) }),
]
