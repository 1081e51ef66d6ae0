import * as z from 'zod/mini'
import type { Bilingual } from '../kernel/language.ts'
import { named } from '../kernel/zod.ts'

/** Roles given to a person with dates, beside what every employee may do. Hosts are a list per project, not a role. */
export const roles = ['branch-lead', 'operator', 'judge', 'hr', 'auditor'] as const

export const role = named('Role', 'A dated role; branch leads hold it for one branch', z.enum(roles))
export type Role = z.infer<typeof role>

export const roleNames: Record<Role, Bilingual> = {
  'branch-lead': { zh: '分会负责人', en: 'Branch lead' },
  operator: { zh: '运营', en: 'Operator' },
  judge: { zh: '评委', en: 'Judge' },
  hr: { zh: 'HR', en: 'HR' },
  auditor: { zh: '审计', en: 'Auditor' },
}
