import type { Page } from '@yijian/shared/http/page'
import { type Branch, type Employee, type Me, type Persona, type PersonRef, type RoleGrant } from '@yijian/shared/people/shapes'
import type { Role } from '@yijian/shared/people/roles'
import { roleHeldAt } from '@yijian/shared/people/rules'
import { type SQL, and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import type { MySqlColumn } from 'drizzle-orm/mysql-core'
import * as z from 'zod/mini'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { requireDemo } from './log-in-as-persona.ts'
import { hasBinding } from './login-repo.ts'
import { findBranch, findEmployee, grantsOf, toBranch, toEmployee } from './repo.ts'
import { branch, branchMember, employee, persona, roleGrant } from './tables.ts'

/** Lists are cut after one sort value, which is unique and ASCII; the database compares it with nothing else. */
const lastValue = z.tuple([z.string().check(z.regex(/^[\x21-\x7e]{1,64}$/))])

export interface PageQuery {
  cursor?: string | undefined
  limit: number
}

/** A person by id. @throws Problem `not-found` */
export async function employeeById(ctx: Ctx, employeeId: string): Promise<Employee> {
  return toEmployee(await findEmployee(ctx, employeeId))
}

/** As much of colleagues as everybody may see, by id; an id nobody has is not in the map. */
export async function refsOf(ctx: Ctx, employeeIds: readonly string[]): Promise<Map<string, PersonRef>> {
  if (employeeIds.length === 0) return new Map()
  const { id, name, department } = employee
  const rows = await ctx.db
    .select({ id, name, department })
    .from(employee)
    .where(inArray(id, [...new Set(employeeIds)]))
  return new Map(rows.map((ref) => [ref.id, ref]))
}

/** A branch by id. @throws Problem `not-found` */
export async function branchById(ctx: Ctx, branchId: string): Promise<Branch> {
  return toBranch(await findBranch(ctx, branchId))
}

export async function branchesOf(ctx: Ctx, employeeId: string): Promise<Branch[]> {
  const rows = await ctx.db
    .select({ branch })
    .from(branchMember)
    .innerJoin(branch, eq(branch.id, branchMember.branchId))
    .where(eq(branchMember.employeeId, employeeId))
    .orderBy(asc(branch.code))
  return rows.map((row) => toBranch(row.branch))
}

/** The ids of those who belong to a branch, people who have left included. */
export async function membersOf(ctx: Ctx, branchId: string): Promise<string[]> {
  const rows = await ctx.db.select({ id: branchMember.employeeId }).from(branchMember).where(eq(branchMember.branchId, branchId))
  return rows.map(({ id }) => id)
}

/** What the app knows about the person who is logged in; whether they host is asked of the slice that knows. */
export async function profileOf(ctx: Ctx, employeeId: string): Promise<Omit<Me, 'isHost'>> {
  const grants = await grantsOf(ctx, employeeId)
  return {
    employee: await employeeById(ctx, employeeId),
    branches: await branchesOf(ctx, employeeId),
    roles: grants.filter((grant) => roleHeldAt(grant, ctx.now)).map(({ role, branchId }) => ({ role, branchId })),
    wechatBound: await hasBinding(ctx, employeeId),
  }
}

/** Made-up people in the order the demo tells its story. @throws Problem `demo-only` */
export async function listPersonas(ctx: Ctx): Promise<{ items: Persona[] }> {
  requireDemo(ctx)
  const { id, name, department } = employee
  const items = await ctx.db
    .select({ id, name, department, part: persona.part })
    .from(persona)
    .innerJoin(employee, eq(employee.id, persona.employeeId))
    .orderBy(asc(persona.position))
  return { items }
}

export async function listBranches(ctx: Ctx, query: PageQuery & { kind?: Branch['kind'] | undefined }): Promise<Page<Branch>> {
  const rows = await ctx.db
    .select()
    .from(branch)
    .where(and(query.kind === undefined ? undefined : eq(branch.kind, query.kind), after(query, branch.code, gt)))
    .orderBy(asc(branch.code))
    .limit(query.limit + 1)
  return pageOf(rows, query.limit, { item: toBranch, cursor: ({ code }) => [code] })
}

/** Newest first, ended ones too. Who looked is recorded. */
export async function listRoleGrants(ctx: Ctx, query: PageQuery & { role?: Role | undefined }): Promise<Page<RoleGrant>> {
  requireRole(ctx, 'operator', 'auditor')
  const rows = await selectGrants(ctx)
    .where(and(after(query, roleGrant.id, lt), query.role === undefined ? undefined : eq(roleGrant.role, query.role)))
    .orderBy(desc(roleGrant.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, { item: toRoleGrant, cursor: (row) => [row.role_grant.id] })
  await record(ctx, { action: 'roles.listed', subject: 'role-grants', detail: { shown: page.items.map(({ id }) => id) } })
  return page
}

/** @throws Problem `not-found` */
export async function roleGrantById(ctx: Ctx, roleGrantId: string): Promise<RoleGrant> {
  const [row] = await selectGrants(ctx).where(eq(roleGrant.id, roleGrantId))
  if (row === undefined) throw refuse('not-found', { what: 'role grant' })
  return toRoleGrant(row)
}

function selectGrants(ctx: Ctx) {
  return ctx.db
    .select()
    .from(roleGrant)
    .innerJoin(employee, eq(employee.id, roleGrant.employeeId))
    .leftJoin(branch, eq(branch.id, roleGrant.branchId))
    .$dynamic()
}

type GrantRow = Awaited<ReturnType<typeof selectGrants>>[number]

function toRoleGrant({ role_grant: grant, employee: person, branch: led }: GrantRow): RoleGrant {
  const { id, role, startsOn, endsOn, endedAt } = grant
  const { name, department } = person
  return {
    id,
    employee: { id: person.id, name, department },
    role,
    branch: led === null ? null : toBranch(led),
    startsOn,
    endsOn,
    endedAt: endedAt?.toISOString() ?? null,
  }
}

/** The condition that begins a page where the one before ended. */
export function after(query: PageQuery, column: MySqlColumn, beyond: (column: MySqlColumn, last: string) => SQL): SQL | undefined {
  return query.cursor === undefined ? undefined : beyond(column, readCursor(query.cursor, lastValue)[0])
}

/** Those of some people who hold a role now. */
export async function withRole(ctx: Ctx, role: Role, employeeIds: readonly string[]): Promise<Set<string>> {
  if (employeeIds.length === 0) return new Set()
  const { employeeId, startsOn, endsOn, endedAt } = roleGrant
  const rows = await ctx.db
    .select({ employeeId, startsOn, endsOn, endedAt })
    .from(roleGrant)
    .where(and(eq(roleGrant.role, role), inArray(employeeId, [...employeeIds])))
  return new Set(rows.filter((grant) => roleHeldAt(grant, ctx.now)).map((grant) => grant.employeeId))
}
