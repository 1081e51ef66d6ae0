import type { Candidate } from '@yijian/shared/award/shapes'
import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import type { RowDataPacket } from 'mysql2/promise'
import * as z from 'zod/mini'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { cycleById, type PageQuery } from './read.ts'

const lastPerson = z.tuple([id('employee')])

/** Hosts with an issued session in the year of the cycle, employed today: those who may be nominated. */
export async function listCandidates(
  ctx: Ctx,
  cycleId: string,
  { cursor, limit, search = '' }: PageQuery & { search?: string | undefined },
): Promise<Page<Candidate>> {
  const { employeeId } = requireEmployee(ctx)
  const { year } = await cycleById(ctx, cycleId, employeeId)
  const [last] = cursor === undefined ? [''] : readCursor(cursor, lastPerson)
  const [rows] = await (ctx.connection ?? ctx.app.pool).query<RowDataPacket[]>(
    `SELECT e.id, e.name, e.department, COUNT(DISTINCT r.session_id) sessions,
        EXISTS (SELECT 1 FROM nomination n WHERE n.cycle_id = ? AND n.nominee_id = e.id) nominated
       FROM employee e JOIN project_host h ON h.employee_id = e.id
       JOIN session s ON s.project_id = h.project_id
       JOIN hours_record r ON r.session_id = s.id AND r.state = 'issued' AND r.minutes > 0
        AND r.served_on BETWEEN ? AND ? AND h.starts_on <= r.served_on AND (h.ends_on IS NULL OR h.ends_on >= r.served_on)
      WHERE e.id > ? AND e.left_on IS NULL AND (? = '' OR LOCATE(?, e.name) > 0)
      GROUP BY e.id, e.name, e.department ORDER BY e.id LIMIT ?`,
    [cycleId, `${year}-01-01`, `${year}-12-31`, last, search, search, limit + 1],
  )
  const candidates = rows as unknown as { id: string; name: string; department: string; sessions: number; nominated: number }[]
  return pageOf(candidates, limit, {
    item: ({ id, name, department, sessions, nominated }) => ({
      person: { id, name, department },
      sessions: Number(sessions),
      nominated: Number(nominated) === 1,
    }),
    cursor: ({ id }) => [id],
  })
}
