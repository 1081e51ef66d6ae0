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
] as const

/** Something that waits for the person in their part as host or branch lead. */
export const toDo = named(
  'ToDo',
  'Something that waits for the person as host or branch lead',
  z.object({
    kind: z.enum(toDoKinds),
    projectId: id('project'),
    sessionId: z.nullable(id('session')),
    title: z.string(),
    at: field(instant, 'Since when, or when it begins'),
    count: field(count, 'People or items concerned', 12),
  }),
)
export type ToDo = z.infer<typeof toDo>
