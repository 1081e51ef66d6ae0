import type { Page } from '@yijian/shared/http/page'
import type { Employee } from '@yijian/shared/people/shapes'
import { and, asc, gt, like, or } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import type { PageQuery } from './read.ts'
import { toEmployee } from './repo.ts'
import { employee } from './tables.ts'

const lastNumber = z.tuple([z.string()])

/**
 * Finds people by a part of the name or the beginning of the staff number. Who was shown is recorded by id; what was
 * typed is not, since it may be a name.
 */
export async function listEmployees(ctx: Ctx, query: PageQuery & { search?: string | undefined }): Promise<Page<Employee>> {
  requireRole(ctx, 'hr', 'operator')
  const { cursor, limit, search } = query
  const rows = await ctx.db
    .select()
    .from(employee)
    .where(
      and(
        cursor === undefined ? undefined : gt(employee.employeeNo, readCursor(cursor, lastNumber)[0]),
        search === undefined
          ? undefined
          : or(like(employee.name, `%${literal(search)}%`), like(employee.employeeNo, `${literal(search)}%`)),
      ),
    )
    .orderBy(asc(employee.employeeNo))
    .limit(limit + 1)
  const page = pageOf(rows, limit, { item: toEmployee, cursor: (row) => [row.employeeNo] })
  await record(ctx, { action: 'employees.listed', subject: 'employees', detail: { shown: page.items.map(({ id }) => id) } })
  return page
}

/** What a person types stands for itself, also a percent sign. */
function literal(search: string): string {
  return search.replace(/[\\%_]/g, '\\$&')
}
