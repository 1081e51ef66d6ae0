import type { Role } from '@yijian/shared/people/roles'
import type { Actor, Ctx } from './context.ts'
import { refuse } from './problems.ts'

/** The person who acts; verbs for people begin with it. @throws Problem `login-required` */
export function requireEmployee(ctx: Ctx): Extract<Actor, { kind: 'employee' }> {
  if (ctx.actor.kind !== 'employee') throw refuse('login-required', {})
  return ctx.actor
}

/** A person who holds one of the roles, at least for one branch. @throws Problem `role-required` */
export function requireRole(ctx: Ctx, ...roles: readonly Role[]): Extract<Actor, { kind: 'employee' }> {
  const actor = requireEmployee(ctx)
  if (!actor.roles.some((held) => roles.includes(held.role))) throw refuse('role-required', { roles: roles.join(', ') })
  return actor
}

/** A job of the system; people never get here. */
export function requireSystem(ctx: Ctx): void {
  if (ctx.actor.kind !== 'system') throw refuse('role-required', { roles: 'system' })
}

/** Who holds the role, or null for the system itself: the first roles and people come before anybody can log in. */
export function requireRoleOrSystem(ctx: Ctx, role: Role): string | null {
  return ctx.actor.kind === 'system' ? null : requireRole(ctx, role).employeeId
}

/** The branches a person leads now. */
export function branchesLed(actor: Extract<Actor, { kind: 'employee' }>): string[] {
  return actor.roles.flatMap((held) => (held.role === 'branch-lead' && held.branchId !== null ? [held.branchId] : []))
}

export function holdsRole(actor: Extract<Actor, { kind: 'employee' }>, role: Role): boolean {
  return actor.roles.some((held) => held.role === role)
}
