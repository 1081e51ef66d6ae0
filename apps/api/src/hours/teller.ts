import { gradeOf } from '@yijian/shared/attendance/rules'
import type { JournalSourceOf } from '@yijian/shared/statement/shapes'
import { scansOf } from '../attendance/index.ts'
import type { Ctx } from '../core/context.ts'
import { type Journal, type Teller, accountOf, nameTitle } from '../ledger/index.ts'
import { lineById, sessionTitles } from './read.ts'
import { correctionByJournal } from './repo.ts'

/** Hours come from an attendance: session, presence and every scan. */
export const hoursTeller: Teller = {
  source: 'attendance',
  titles: async (ctx, attendanceIds) => {
    const titles = await sessionTitles(ctx, attendanceIds)
    return new Map([...titles].map(([attendanceId, title]) => [attendanceId, nameTitle(title)]))
  },
  tell: tellAttendance,
}

async function tellAttendance(ctx: Ctx, journal: Journal, employeeId: string): Promise<JournalSourceOf<'attendance'>> {
  const { session, attendance, record } = await lineById(ctx, journal.sourceId)
  const { id, title, projectTitle, startsAt, endsAt } = session
  const { inAt, outAt } = attendance
  const minutes = journal.entries.find(({ account }) => account === accountOf(employeeId, 'hours'))?.amount ?? 0
  // Why these minutes: the reason of the correction that posted the journal, else the host's.
  const correction = await correctionByJournal(ctx, journal.id)
  const scans = await scansOf(ctx, { sessionId: id, employeeId })
  return {
    kind: 'attendance',
    session: { id, title, projectTitle, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    attendance: {
      inAt: inAt.toISOString(),
      outAt: outAt?.toISOString() ?? null,
      grade: record?.grade ?? gradeOf(attendance, endsAt),
      minutes: Math.abs(minutes),
      reason: correction?.reason ?? record?.reason ?? null,
    },
    scans: scans.map(({ at, ...scan }) => ({ ...scan, at: at.toISOString() })),
  }
}
