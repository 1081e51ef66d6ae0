import type { Ctx } from '../context.ts'

/** Topics of the outbox (消息主题) and what travels with each: ids only, facts are read again. */
export interface Topics {
  'wechat.bound': { employeeId: string }
  'project.submitted': { projectId: string }
  'project.reviewed': { projectId: string; decision: string }
  'session.changed': { sessionId: string }
  /** Its time or place changed; the instant tells this move from a later one. */
  'session.moved': { sessionId: string; wasAt: string; movedAt: string }
  'session.cancelled': { sessionId: string }
  'signup.confirmed': { signupId: string }
  'signup.waitlisted': { signupId: string }
  'signup.promoted': { signupId: string }
  'signup.cancelled': { signupId: string }
  'person.checked-in': { attendanceId: string; employeeId: string }
  'hours.issued': { attendanceId: string; employeeId: string; journalId: string }
  'hours.corrected': { attendanceId: string; employeeId: string; journalId: string }
  /** Put so long before the start; what it says of the start shows whether the session was moved since. */
  'signup.reminder-due': { signupId: string; startsAt: string; minutesBefore: number }
  /** Put with the end of the quiet hours as its due instant. */
  'notice.made': { noticeId: string }
  /** Put with the day after the due day as its due instant. */
  'fund-report.due': { fundProjectId: string; dueOn: string }
  'fund-report.published': { reportId: string }
  /** Put with the end of the waiting time of a picture that nothing has attached. */
  'upload.expired': { fileId: string }
  'claim.submitted': { claimId: string }
  'claim.decided': { claimId: string; decision: 'approved' | 'returned' | 'rejected' }
  'claim.refunded': { claimId: string }
  'donation.held': { donationId: string }
  /** Put with the end of the cooling time as its due instant. */
  'donation.cooled': { donationId: string }
  'donation.settled': { donationId: string; employeeId: string }
  /** A part came back, because its fund project took nothing any more. */
  'donation.returned': { donationId: string; employeeId: string }
  'payout.confirmed': { payoutId: string }
  'order.placed': { orderId: string }
  'order.ended': { orderId: string; outcome: 'picked-up' | 'cancelled' }
  'leave.requested': { leaveId: string }
  'leave.decided': { leaveId: string; decision: 'approved' | 'declined' }
  'leave.returned': { leaveId: string }
  /** Put with the end of the leave's day as its due instant. */
  'leave.day-over': { leaveId: string }
  /** Put with the end of the year of an allowance as its due instant. */
  'leave.year-over': { employeeId: string }
  'nomination.made': { nominationId: string }
  /** Put with the end of the last day of nominations as its due instant. */
  'cycle.nominations-closed': { cycleId: string }
  'leader.announced': { cycleId: string; year: number; employeeId: string }
  'export.requested': { exportId: string }
}

export type Topic = keyof Topics

/** A slice that wants to hear of a topic. It runs in a transaction of its own and must bear being run twice. */
export interface Listener<T extends Topic = Topic> {
  topic: T
  /** Unique and stable: it is stored with the message. */
  name: string
  hear: (ctx: Ctx, payload: Topics[T]) => Promise<void>
}

/** Ties a listener to the payload of its topic. */
export function listener<T extends Topic>(definition: Listener<T>): Listener {
  return definition as unknown as Listener
}

export type Listeners = readonly Listener[]
