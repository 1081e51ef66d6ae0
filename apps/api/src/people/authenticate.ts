import { shanghaiDay } from '@yijian/shared/kernel/time'
import { type Employment, type RoleTerm, employedOn, roleHeldAt } from '@yijian/shared/people/rules'
import type { Role } from '@yijian/shared/people/roles'
import type { RowDataPacket } from 'mysql2/promise'
import type { App } from '../core/app.ts'
import type { Actor } from '../core/context.ts'
import { hashToken } from './tokens.ts'

interface LoginRow extends RowDataPacket, Employment {
  now: Date
  loginId: string
  employeeId: string
}

/** The same row for a person with roles, once for each; all null for one without. */
type GrantColumns = (RoleTerm & { role: Role; branchId: string | null }) | { role: null }

const LOGIN = `
  SELECT NOW(3) AS now, l.id AS loginId, e.id AS employeeId, e.hired_on AS hiredOn, e.left_on AS leftOn,
         g.role, g.branch_id AS branchId, g.starts_on AS startsOn, g.ends_on AS endsOn, g.ended_at AS endedAt
  FROM login l
  JOIN employee e ON e.id = l.employee_id
  LEFT JOIN role_grant g ON g.employee_id = e.id AND g.ended_at IS NULL
  WHERE l.access_hash = ? AND l.ended_at IS NULL AND l.access_expires_at > NOW(3)`

/**
 * Who an access token belongs to, in one query with the database clock. Nothing is remembered between requests, so an
 * ended login, an ended role and a person who has left are refused at once, on every process.
 */
export async function authenticate(app: App, accessToken: string): Promise<{ actor: Actor; now: Date } | null> {
  const [rows] = await app.pool.query<(LoginRow & GrantColumns)[]>(LOGIN, [hashToken(accessToken)])
  const [first] = rows
  if (first === undefined || !employedOn(first, shanghaiDay(first.now))) return null
  const roles = rows.flatMap((row) => (row.role !== null && roleHeldAt(row, first.now) ? [{ role: row.role, branchId: row.branchId }] : []))
  return { actor: { kind: 'employee', employeeId: first.employeeId, loginId: first.loginId, roles }, now: first.now }
}
