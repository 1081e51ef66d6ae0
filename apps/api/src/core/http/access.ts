import type { Access } from '@yijian/shared/http/route'
import type { Actor } from '../context.ts'
import { refuse } from '../problems.ts'

/** The door of a route. `host` lets every login in: the verb asks for a host of the very project. */
export function permit(access: Access, actor: Actor): void {
  if (access === 'public') return
  if (actor.kind !== 'employee') throw refuse('login-required', {})
  if (access === 'employee' || access === 'host') return
  if (!actor.roles.some((held) => access.includes(held.role))) throw refuse('role-required', { roles: access.join(', ') })
}
