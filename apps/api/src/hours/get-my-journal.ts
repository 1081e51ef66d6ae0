import { gradeOf } from '@yijian/shared/attendance/rules'
import type { JournalStory } from '@yijian/shared/hours/shapes'
import type { StatementLine } from '@yijian/shared/ledger/shapes'
import { scansOf } from '../attendance/index.ts'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { type Journal, accountOf, readJournal } from '../ledger/index.ts'
import { refsOf } from '../people/index.ts'
import { policiesByIds } from '../policy/index.ts'
import { type LineRow, lineById } from './read.ts'
import { correctionByJournal } from './repo.ts'

/**
 * One of my journals opened to its sources: session, scans, policy versions, entries. Somebody else's is not found.
 *
 * @throws Problem `not-found`
 */
export async function getMyJournal(
  ctx: Ctx,
  { journalId, account }: { journalId: string; account: StatementLine['account'] },
): Promise<JournalStory> {
  const { employeeId } = requireEmployee(ctx)
  const journal = await readJournal(ctx, journalId)
  const amountOf = (of: StatementLine['account']) => journal?.entries.find((entry) => entry.account === accountOf(employeeId, of))?.amount
  const minutes = amountOf('hours')
  if (journal === null || minutes === undefined) throw refuse('not-found', { what: 'journal' })
  const row = await lineById(ctx, journal.sourceId)
  const scans = await scansOf(ctx, { sessionId: row.session.id, employeeId })
  const { id, kind, servedOn, recordedAt, reverses, reversedBy, entries, policyIds } = journal
  return {
    line: {
      journalId: id,
      kind,
      account,
      amount: amountOf(account) ?? 0,
      servedOn,
      recordedAt: recordedAt.toISOString(),
      reversal: reverses !== null,
      title: row.session.title,
    },
    actor: await actorOf(ctx, journal),
    ...sourceOf(row, Math.abs(minutes), await reasonOf(ctx, journal, row)),
    scans: scans.map(({ at, ...scan }) => ({ ...scan, at: at.toISOString() })),
    policies: await policiesByIds(ctx, policyIds),
    entries,
    reverses,
    reversedBy,
    servedOn,
  }
}

async function actorOf(ctx: Ctx, { actorId }: Journal): Promise<JournalStory['actor']> {
  return actorId === null ? null : ((await refsOf(ctx, [actorId])).get(actorId) ?? null)
}

/** Why these minutes: the reason of the correction that posted the journal, else the host's. */
async function reasonOf(ctx: Ctx, { id }: Journal, { record }: LineRow): Promise<string | null> {
  return (await correctionByJournal(ctx, id))?.reason ?? record?.reason ?? null
}

function sourceOf(
  { session, attendance: { inAt, outAt }, record }: LineRow,
  minutes: number,
  reason: string | null,
): Pick<JournalStory, 'session' | 'attendance'> {
  const { id, title, projectTitle, startsAt, endsAt } = session
  const presence = { inAt: inAt.toISOString(), outAt: outAt?.toISOString() ?? null }
  return {
    session: { id, title, projectTitle, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    attendance: { ...presence, grade: record?.grade ?? gradeOf({ inAt, outAt }, endsAt), minutes, reason },
  }
}
