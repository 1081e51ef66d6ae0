import type { Ctx } from '../context.ts'

/** Topics of the outbox (消息主题) and what travels with each: ids only, facts are read again. */
export interface Topics {
  'project.submitted': { projectId: string }
  'project.reviewed': { projectId: string; decision: string }
  'session.changed': { sessionId: string }
  'session.cancelled': { sessionId: string }
  'signup.confirmed': { signupId: string }
  'signup.waitlisted': { signupId: string }
  'signup.promoted': { signupId: string }
  'signup.cancelled': { signupId: string }
  'hours.issued': { attendanceId: string; employeeId: string; journalId: string }
  'hours.corrected': { attendanceId: string; employeeId: string; journalId: string }
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
