import { gradeOf } from '@yijian/shared/attendance/rules'
import { canComplete, confirmVerdict, dailyVerdict } from '@yijian/shared/hours/rules'
import type { Confirmation, HoursLine } from '@yijian/shared/hours/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { AttendanceSettings } from '@yijian/shared/policy/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce, refuse } from '../core/problems.ts'
import { policyOn } from '../policy/index.ts'
import { lockSeat, requireHost, sessionById } from '../project/index.ts'
import { toLines } from './lines.ts'
import { type LineRow, linesOf } from './read.ts'
import { lockDayTotals, saveCompleted } from './repo.ts'

/**
 * A host confirms minutes after the session (完成), all people at once, all or none; until they are issued also anew.
 *
 * @throws Problem `host-required`, `session-not-over`, `session-cancelled`, `hours-state`, `minutes-above-session`,
 * `minutes-reason-required`, `daily-limit`
 */
export async function completeHours(ctx: Ctx, sessionId: string, items: readonly Confirmation[]): Promise<{ items: HoursLine[] }> {
  return inTransaction(ctx, async (ctx) => {
    // The session is the first lock of all that moves its hours, so that confirming and issuing take turns.
    await lockSeat(ctx, sessionId)
    const session = await sessionById(ctx, sessionId)
    const actor = await requireHost(ctx, session.projectId)
    enforce(canComplete(session, ctx.now))
    const servedOn = shanghaiDay(session.startsAt)
    const { settings } = await policyOn(ctx, 'attendance', servedOn)
    const lines = new Map((await linesOf(ctx, sessionId, idsOf(items))).map((line) => [line.attendance.id, line]))
    const rows = items.map((item) => ({
      ...confirm(item, lines.get(item.attendanceId), settings),
      sessionId,
      servedOn,
      completedBy: actor.employeeId,
      completedAt: ctx.now,
    }))
    await saveCompleted(ctx, rows)
    await holdDailyLimit(ctx, { servedOn, limitMinutes: settings.dailyMaxMinutes, lines })
    await record(ctx, { action: 'hours.completed', subject: sessionId, detail: { items } })
    return { items: await toLines(ctx, await linesOf(ctx, sessionId, idsOf(items))) }
  })
}

const idsOf = (items: readonly Confirmation[]) => items.map(({ attendanceId }) => attendanceId)

function confirm({ attendanceId, minutes, ...given }: Confirmation, line: LineRow | undefined, settings: AttendanceSettings) {
  if (line === undefined) throw refuse('not-found', { what: 'attendance' })
  const { attendance: presence, session, person } = line
  const reason = given.reason ?? null
  enforce(confirmVerdict({ name: person.name, state: line.record?.state ?? 'attended', presence, session, minutes, reason, settings }))
  return { attendanceId, employeeId: person.id, minutes, reason, grade: gradeOf(presence, session.endsAt) }
}

async function holdDailyLimit(
  ctx: Ctx,
  day: { servedOn: string; limitMinutes: number; lines: ReadonlyMap<string, LineRow> },
): Promise<void> {
  const people = [...day.lines.values()].map(({ person }) => person)
  const totals = await lockDayTotals(
    ctx,
    day.servedOn,
    people.map(({ id }) => id),
  )
  for (const { id, name } of people) {
    enforce(dailyVerdict({ name, day: day.servedOn, limitMinutes: day.limitMinutes, wouldBeMinutes: totals.get(id) ?? 0 }))
  }
}
