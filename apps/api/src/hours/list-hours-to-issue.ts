import type { ToIssue } from '@yijian/shared/hours/shapes'
import type { Page } from '@yijian/shared/http/page'
import { branchesLed, requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { toLines } from './lines.ts'
import { type PageQuery, pageOfHostsWaiting } from './read.ts'

/** What waits for the branch lead who acts: confirmed hours of hosts, never their own. */
export async function listHoursToIssue(ctx: Ctx, query: PageQuery): Promise<Page<ToIssue>> {
  const actor = requireRole(ctx, 'branch-lead')
  const reader = { employeeId: actor.employeeId, branchIds: branchesLed(actor) }
  const { items: rows, nextCursor } = await pageOfHostsWaiting(ctx, reader, query)
  const sessions = new Map(rows.map(({ attendance, session }) => [attendance.id, session]))
  const items = (await toLines(ctx, rows)).flatMap((line) => {
    const session = sessions.get(line.attendanceId)
    if (session === undefined) return []
    const { id: sessionId, title: sessionTitle, projectTitle, startsAt } = session
    return [{ line, sessionId, sessionTitle, projectTitle, startsAt: startsAt.toISOString() }]
  })
  return { items, nextCursor }
}
