import type { Page } from '@yijian/shared/http/page'
import type { Employee } from '@yijian/shared/people/shapes'
import { and, asc, gt, like, or, sql } from 'drizzle-orm'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf } from '../core/http/cursor.ts'
import { type PageQuery, after } from './read.ts'
import { toEmployee } from './repo.ts'
import { employee } from './tables.ts'

/**
 * Finds people by a part of the name or the beginning of the staff number. Who was shown is recorded by id; what was
 * typed is not, since it may be a name.
 */
export async function listEmployees(ctx: Ctx, query: PageQuery & { search?: string | undefined }): Promise<Page<Employee>> {
  requireRole(ctx, 'hr', 'operator')
  const { limit, search } = query
  const rows = await ctx.db
    .select()
    .from(employee)
    .where(and(after(query, employee.employeeNo, gt), search === undefined ? undefined : meantBy(search)))
    .orderBy(asc(employee.employeeNo))
    .limit(limit + 1)
  const page = pageOf(rows, limit, { item: toEmployee, cursor: (row) => [row.employeeNo] })
  await record(ctx, { action: 'employees.listed', subject: 'employees', detail: { shown: page.items.map(({ id }) => id) } })
  return page
}

/** Ids of those a part of a name or the beginning of a staff number may mean; nobody is shown by it. */
export async function idsOfNamed(ctx: Ctx, search: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: employee.id })
    .from(employee)
    .where(meantBy(search))
    .orderBy(asc(employee.employeeNo))
    .limit(NAMESAKES)
  return rows.map(({ id }) => id)
}
const NAMESAKES = 50

/** Holds of those whom a part of a name or the beginning of a staff number may mean. */
export function meantBy(search: string) {
  const pattern = literal(search)
  // The number is an ASCII column: compared as it is, it would fail on a Chinese name and mind capital letters.
  return or(like(employee.name, `%${pattern}%`), sql`convert(${employee.employeeNo} using utf8mb4) like ${`${pattern}%`}`)
}

/** What a person types stands for itself, also a percent sign. */
function literal(search: string): string {
  return search.replace(/[\\%_]/g, '\\$&')
}
