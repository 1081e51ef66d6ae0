import { gradeOf } from '@yijian/shared/attendance/rules'
import { minutesEarned, reasonCauses } from '@yijian/shared/hours/rules'
import type { HoursLine } from '@yijian/shared/hours/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Ctx } from '../core/context.ts'
import { policyOn } from '../policy/index.ts'
import { type LineRow, hostIdsFor } from './read.ts'

/** What a line needs to know beyond its own row. */
interface LineFacts {
  presencePercent: number
  hostIds: ReadonlySet<string>
}

/** Rows as hosts and branch leads see them; what rows of one session share is asked once. */
export async function toLines(ctx: Ctx, rows: readonly LineRow[]): Promise<HoursLine[]> {
  const bySession = new Map<string, LineFacts>()
  const lines: HoursLine[] = []
  for (const row of rows) {
    const facts = bySession.get(row.session.id) ?? (await factsFor(ctx, row.session))
    bySession.set(row.session.id, facts)
    lines.push(toLine(row, facts))
  }
  return lines
}

async function factsFor(ctx: Ctx, { projectId, startsAt }: LineRow['session']): Promise<LineFacts> {
  const servedOn = shanghaiDay(startsAt)
  const { settings } = await policyOn(ctx, 'attendance', servedOn)
  return { presencePercent: settings.presencePercent, hostIds: await hostIdsFor(ctx, projectId, servedOn) }
}

function toLine(row: LineRow, { presencePercent, hostIds }: LineFacts): HoursLine {
  const { attendance: presence, session, person, record } = row
  const proposedMinutes = minutesEarned({ ...presence, ...session })
  return {
    attendanceId: presence.id,
    person,
    inAt: presence.inAt.toISOString(),
    outAt: presence.outAt?.toISOString() ?? null,
    proposedMinutes,
    minutes: record?.minutes ?? null,
    grade: record?.grade ?? gradeOf(presence, session.endsAt),
    state: record?.state ?? 'attended',
    reason: record?.reason ?? null,
    reasonNeededFor: reasonCauses({ presence, session, minutes: proposedMinutes, settings: { presencePercent } }),
    ownHours: hostIds.has(person.id),
    completedAt: record?.completedAt.toISOString() ?? null,
    completedBy: row.completer,
    issuedAt: record?.issuedAt?.toISOString() ?? null,
    issuedBy: row.issuer,
  }
}
