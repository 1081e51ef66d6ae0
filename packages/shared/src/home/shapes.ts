import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { count } from '../kernel/quantity.ts'
import { field, instant, named } from '../kernel/zod.ts'
import { balances, nextGrant } from '../ledger/shapes.ts'
import { sessionCard } from '../project/shapes.ts'
import { mySignup } from '../signup/shapes.ts'

/** Why a session is recommended; said to the person. */
export const recommendationReasons = ['same-city', 'project-joined', 'field-joined', 'colleagues-going', 'online', 'soon'] as const

export const recommendation = named(
  'Recommendation',
  'A session proposed to the person and why',
  z.object({
    session: sessionCard,
    reasons: z.array(z.enum(recommendationReasons)),
    colleagues: field(count, 'Colleagues of the department who go', 3),
  }),
)
export type Recommendation = z.infer<typeof recommendation>

export const home = named(
  'Home',
  'The first screen',
  z.object({
    balances,
    nextGrant,
    next: field(z.nullable(mySignup), 'The next session I am confirmed for'),
    recommended: z.array(recommendation),
  }),
)
export type Home = z.infer<typeof home>

export const toDoKinds = [
  'project-returned',
  'session-running',
  'hours-to-complete',
  'hours-to-issue',
  'project-to-review',
  'own-hours-to-issue',
  'leave-to-decide',
  'claims-to-decide',
  'payouts-to-approve',
  'payouts-to-send',
  'orders-to-hand-out',
  'fund-projects-to-check',
  'fund-reports-overdue',
  'exports-failed',
  'years-to-close',
] as const
export type ToDoKind = (typeof toDoKinds)[number]

/** Something that waits for the person in one of their parts; a heap of one kind for those who keep the desk. */
export const toDo = named(
  'ToDo',
  'Something that waits for the person as host, or for whoever holds their role',
  z.object({
    kind: z.enum(toDoKinds),
    projectId: field(z.nullable(id('project')), 'Null for a heap of one kind'),
    sessionId: z.nullable(id('session')),
    title: field(z.string(), 'Of the project or session; empty for a heap, which its kind names'),
    at: field(instant, 'Since when the oldest waits, or when it begins'),
    count: field(count, 'People or items concerned', 12),
  }),
)
export type ToDo = z.infer<typeof toDo>
