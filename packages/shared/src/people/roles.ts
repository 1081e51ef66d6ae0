import * as z from 'zod/mini'
import { named } from '../kernel/zod.ts'

/** Roles given to a person with dates, beside what every employee may do. Hosts are a list per project, not a role. */
export const roles = ['branch-lead', 'operator', 'judge', 'hr', 'auditor'] as const

export const role = named('Role', 'A dated role; branch leads hold it for one branch', z.enum(roles))
export type Role = z.infer<typeof role>
