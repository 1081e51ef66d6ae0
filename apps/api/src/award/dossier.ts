import { endOf } from '@yijian/shared/award/rules'
import type { Dossier } from '@yijian/shared/award/shapes'
import { accountOf } from '@yijian/shared/ledger/accounts'
import type { RowDataPacket } from 'mysql2/promise'
import type { Ctx } from '../core/context.ts'

/** Journals of hours of a year as they stood at an instant, with the attendance they come from. */
const HOURS_IN_FORCE = `
  FROM ledger_journal j
  JOIN attendance a ON a.id = j.source_id
  JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(a.employee_id, '/hours')
  JOIN session s ON s.id = a.session_id`

/**
 * What the ledger says of a host (材料): sessions they hosted on the service day, and what was issued in them, by journals
 * recorded up to the end of the frozen day. Corrections of later days do not reach it.
 */
export async function drawDossier(ctx: Ctx, employeeId: string, { year, frozenOn }: { year: number; frozenOn: string }): Promise<Dossier> {
  const [from, until, recordedBefore] = [`${year}-01-01`, frozenOn < `${year}-12-31` ? frozenOn : `${year}-12-31`, endOf(frozenOn)]
  const client = ctx.connection ?? ctx.app.pool
  const [projects] = await client.query<RowDataPacket[]>(
    `SELECT id, title, COUNT(DISTINCT session_id) sessions, COUNT(*) personTimes, SUM(minutes) volunteerMinutes FROM (
       SELECT p.id, p.title, s.id session_id, a.id attendance_id, SUM(e.amount) minutes ${HOURS_IN_FORCE}
         JOIN project p ON p.id = s.project_id
        WHERE s.project_id IN (SELECT project_id FROM project_host WHERE employee_id = ?)
          AND EXISTS (SELECT 1 FROM project_host h WHERE h.project_id = s.project_id AND h.employee_id = ?
            AND h.starts_on <= j.served_on AND (h.ends_on IS NULL OR h.ends_on >= j.served_on))
          AND j.kind IN ('hours-issued', 'hours-corrected') AND j.served_on BETWEEN ? AND ? AND j.recorded_at < ? AND a.employee_id <> ?
        GROUP BY p.id, p.title, s.id, a.id HAVING SUM(e.amount) > 0) issued
      GROUP BY id, title ORDER BY id`,
    [employeeId, employeeId, from, until, recordedBefore, employeeId],
  )
  const [[own]] = await client.query<RowDataPacket[]>(
    `SELECT COALESCE(SUM(e.amount), 0) minutes FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id
      WHERE e.account_id = ? AND e.served_on BETWEEN ? AND ? AND j.recorded_at < ?`,
    [accountOf(employeeId, 'hours'), from, until, recordedBefore],
  )
  const rows = projects as { id: string; title: string; sessions: number; personTimes: number; volunteerMinutes: number }[]
  const total = (of: 'sessions' | 'personTimes' | 'volunteerMinutes') => rows.reduce((sum, row) => sum + Number(row[of]), 0)
  return {
    asOf: frozenOn,
    ownMinutes: Number(own?.['minutes'] ?? 0),
    sessions: total('sessions'),
    personTimes: total('personTimes'),
    volunteerMinutes: total('volunteerMinutes'),
    projects: rows.map(({ id, title, sessions, personTimes, volunteerMinutes }) => ({
      id,
      title,
      sessions: Number(sessions),
      personTimes: Number(personTimes),
      volunteerMinutes: Number(volunteerMinutes),
    })),
  }
}
