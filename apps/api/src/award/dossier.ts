import { endOf } from '@yijian/shared/award/rules'
import type { Dossier } from '@yijian/shared/award/shapes'
import { accountOf } from '@yijian/shared/ledger/accounts'
import type { RowDataPacket } from 'mysql2/promise'
import { type Ctx, connectionOf } from '../core/context.ts'

/** Which days of the ledger are read, as of which instant. */
interface Window {
  from: string
  until: string
  recordedBefore: Date
}

interface ProjectRow {
  hostId: string
  id: string
  title: string
  sessions: number
  personTimes: number
  volunteerMinutes: number
}

/**
 * What the ledger says of hosts (材料): sessions they hosted on the service day, and what was issued in them, by journals
 * recorded up to the end of the frozen day. Corrections of later days do not reach it. Two statements, however many they are.
 */
export async function drawDossiers(
  ctx: Ctx,
  employeeIds: readonly string[],
  { year, frozenOn }: { year: number; frozenOn: string },
): Promise<Map<string, Dossier>> {
  if (employeeIds.length === 0) return new Map()
  const lastDay = `${year}-12-31`
  const window = { from: `${year}-01-01`, until: frozenOn < lastDay ? frozenOn : lastDay, recordedBefore: endOf(frozenOn) }
  const projects = await hostedProjects(ctx, employeeIds, window)
  const own = await ownMinutes(ctx, employeeIds, window)
  return new Map(employeeIds.map((id) => [id, dossierOf(frozenOn, own.get(accountOf(id, 'hours')) ?? 0, projects.get(id) ?? [])]))
}

async function hostedProjects(ctx: Ctx, employeeIds: readonly string[], { from, until, recordedBefore }: Window) {
  const [rows] = await connectionOf(ctx).query<RowDataPacket[]>(
    `SELECT hostId, id, title, COUNT(DISTINCT session_id) sessions, COUNT(*) personTimes, SUM(minutes) volunteerMinutes FROM (
       SELECT hosts.employee_id hostId, p.id, p.title, s.id session_id, a.id attendance_id, SUM(e.amount) minutes
         FROM (SELECT DISTINCT employee_id, project_id FROM project_host WHERE employee_id IN (?)) hosts
         JOIN project p ON p.id = hosts.project_id
         JOIN session s ON s.project_id = p.id
         JOIN attendance a ON a.session_id = s.id AND a.employee_id <> hosts.employee_id
         JOIN ledger_journal j ON j.source_id = a.id
         JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(a.employee_id, '/hours')
        WHERE EXISTS (SELECT 1 FROM project_host h WHERE h.project_id = p.id AND h.employee_id = hosts.employee_id
            AND h.starts_on <= j.served_on AND (h.ends_on IS NULL OR h.ends_on >= j.served_on))
          AND j.kind IN ('hours-issued', 'hours-corrected') AND j.served_on BETWEEN ? AND ? AND j.recorded_at < ?
        GROUP BY hosts.employee_id, p.id, p.title, s.id, a.id HAVING SUM(e.amount) > 0) issued
      GROUP BY hostId, id, title ORDER BY hostId, id`,
    [[...employeeIds], from, until, recordedBefore],
  )
  const byHost = new Map<string, ProjectRow[]>()
  for (const row of rows as ProjectRow[]) byHost.set(row.hostId, [...(byHost.get(row.hostId) ?? []), row])
  return byHost
}

async function ownMinutes(ctx: Ctx, employeeIds: readonly string[], { from, until, recordedBefore }: Window) {
  const [rows] = await connectionOf(ctx).query<RowDataPacket[]>(
    `SELECT e.account_id account, SUM(e.amount) minutes FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id
      WHERE e.account_id IN (?) AND e.served_on BETWEEN ? AND ? AND j.recorded_at < ? GROUP BY e.account_id`,
    [employeeIds.map((id) => accountOf(id, 'hours')), from, until, recordedBefore],
  )
  return new Map((rows as { account: string; minutes: number }[]).map(({ account, minutes }) => [account, Number(minutes)]))
}

function dossierOf(asOf: string, own: number, rows: readonly ProjectRow[]): Dossier {
  const total = (of: 'sessions' | 'personTimes' | 'volunteerMinutes') => rows.reduce((sum, row) => sum + Number(row[of]), 0)
  return {
    asOf,
    ownMinutes: own,
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
