import { and, eq } from 'drizzle-orm'
import { requireEmployee } from '../core/access.ts'
import type { Actor, Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { projectHost } from './tables.ts'

/** Who hosts a project now (主理人), co-hosts included. */
export async function hostsOf(ctx: Ctx, projectId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ employeeId: projectHost.employeeId })
    .from(projectHost)
    .where(and(eq(projectHost.projectId, projectId), eq(projectHost.active, 1)))
  return rows.map(({ employeeId }) => employeeId)
}

export async function isHostOf(ctx: Ctx, projectId: string, employeeId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: projectHost.id })
    .from(projectHost)
    .where(and(eq(projectHost.projectId, projectId), eq(projectHost.employeeId, employeeId), eq(projectHost.active, 1)))
  return rows.length > 0
}

/** Whether a person hosts any project today. */
export async function hostsAny(ctx: Ctx, employeeId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: projectHost.id })
    .from(projectHost)
    .where(and(eq(projectHost.employeeId, employeeId), eq(projectHost.active, 1)))
    .limit(1)
  return rows.length > 0
}

/** Whether a person hosts a project or ever did: handing it over does not make a second pair of eyes. */
export async function hostedEver(ctx: Ctx, projectId: string, employeeId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: projectHost.id })
    .from(projectHost)
    .where(and(eq(projectHost.projectId, projectId), eq(projectHost.employeeId, employeeId)))
    .limit(1)
  return rows.length > 0
}

/** The person who acts, if they host the very project today. @throws Problem `host-required` */
export async function requireHost(ctx: Ctx, projectId: string): Promise<Extract<Actor, { kind: 'employee' }>> {
  const actor = requireEmployee(ctx)
  if (!(await isHostOf(ctx, projectId, actor.employeeId))) throw refuse('host-required', { projectId })
  return actor
}
