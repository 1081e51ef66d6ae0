import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { field, instant, named } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'

/** Parts of the product that actions belong to; the actions of each stand in `actions.ts`. */
export const auditGroups = [
  'login',
  'people',
  'projects',
  'attendance',
  'leave',
  'giving',
  'funds',
  'points',
  'honour',
  'figures',
  'system',
] as const
export type AuditGroup = (typeof auditGroups)[number]

/** What was done, by whom and to what (操作留痕). */
export const auditLine = named(
  'AuditLine',
  'What was done, by whom and to what',
  z.object({
    id: id('audit'),
    at: instant,
    actor: field(z.nullable(personRef), 'Null for the system and for people before login'),
    actorKind: z.enum(['employee', 'system', 'anonymous']),
    action: field(z.string(), 'Thing and deed', 'role.granted'),
    subject: field(z.string(), 'Id of the thing', 'emp_0d3k9x2m4q7rt'),
    detail: field(z.record(z.string(), z.unknown()), 'Values that explain it; ids in place of names'),
    names: field(z.record(z.string(), z.string()), 'What is behind ids of subject and detail, by id; of a list the first five'),
  }),
)
export type AuditLine = z.infer<typeof auditLine>
