import { type IdKind, idPrefixes } from '@yijian/shared/kernel/id'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'

/** What an id stands for, as people call it: the thing, or whose it is and of what. */
const names: Partial<Record<IdKind, { name: string; from: string }>> = {
  employee: { name: 'x.name', from: 'employee x' },
  branch: { name: 'x.name', from: 'branch x' },
  roleGrant: { name: 'p.name', from: 'role_grant x JOIN employee p ON p.id = x.employee_id' },
  login: { name: 'p.name', from: 'login x JOIN employee p ON p.id = x.employee_id' },
  project: { name: 'x.title', from: 'project x' },
  session: { name: 'x.title', from: 'session x' },
  signup: ofSession('signup'),
  attendance: ofSession('attendance'),
  scan: ofSession('scan'),
  leave: ofSession('leave_request'),
  certificate: { name: 'x.name', from: 'certificate x' },
  policy: { name: 'x.label', from: 'policy_version x' },
  badge: { name: 'p.name', from: 'badge x JOIN employee p ON p.id = x.employee_id' },
  fundProject: { name: 'x.name', from: 'fund_project x' },
  fundReport: { name: 'x.title', from: 'fund_report x' },
  claim: { name: 'p.name', from: 'claim x JOIN employee p ON p.id = x.employee_id' },
  donation: { name: 'p.name', from: 'donation x JOIN employee p ON p.id = x.employee_id' },
  payout: { name: 'f.name', from: 'payout x JOIN fund_project f ON f.id = x.fund_project_id' },
  pointTask: { name: 'x.title', from: 'point_task x' },
  taskAward: { name: 'p.name', from: 'task_award x JOIN employee p ON p.id = x.employee_id' },
  shopItem: { name: 'x.name', from: 'shop_item x' },
  order: {
    name: "CONCAT(p.name, ' · ', i.name)",
    from: 'shop_order x JOIN employee p ON p.id = x.employee_id JOIN shop_item i ON i.id = x.item_id',
  },
  cycle: { name: 'CONCAT(x.year)', from: 'award_cycle x' },
  nomination: { name: 'p.name', from: 'nomination x JOIN employee p ON p.id = x.nominee_id' },
  objection: {
    name: 'p.name',
    from: 'award_objection x JOIN nomination n ON n.id = x.nomination_id JOIN employee p ON p.id = n.nominee_id',
  },
}

function ofSession(table: string) {
  return {
    name: "CONCAT(p.name, ' · ', s.title)",
    from: `${table} x JOIN employee p ON p.id = x.employee_id JOIN session s ON s.id = x.session_id`,
  }
}

/** Names of whatever can be named, in one query; what is gone or has no name is left out. */
export async function namesOf(ctx: Ctx, ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  const parts = Object.entries(names).flatMap(([kind, { name, from }]) => {
    const here = wanted.filter((id) => id.startsWith(`${idPrefixes[kind as IdKind]}_`))
    const list = sql.join(
      here.map((id) => sql`${id}`),
      sql`, `,
    )
    return here.length === 0 ? [] : [sql`SELECT x.id AS id, ${sql.raw(name)} AS name FROM ${sql.raw(from)} WHERE x.id IN (${list})`]
  })
  if (parts.length === 0) return new Map()
  const [rows] = await ctx.db.execute(sql.join(parts, sql` UNION ALL `))
  return new Map((rows as unknown as { id: string; name: string }[]).map((row) => [row.id, row.name]))
}
