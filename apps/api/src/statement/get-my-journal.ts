import { partsOf } from '@yijian/shared/ledger/accounts'
import type { JournalStory, StatementAccount } from '@yijian/shared/statement/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { type Journal, type Teller, accountsTold, readJournal } from '../ledger/index.ts'
import { refsOf } from '../people/index.ts'
import { policiesByIds } from '../policy/index.ts'
import { sourceOf, titlesOf } from './sources.ts'

/**
 * One of my journals opened to its sources: what it comes from, policy versions, entries. One that moves nothing of mine
 * is not found.
 *
 * @throws Problem `not-found`
 */
export async function getMyJournal(
  ctx: Ctx,
  { journalId, account }: { journalId: string; account: StatementAccount },
  tellers: readonly Teller[],
): Promise<JournalStory> {
  const { employeeId } = requireEmployee(ctx)
  const journal = await readJournal(ctx, journalId)
  if (journal === null || !journal.entries.some((entry) => partsOf(entry.account).owner === employeeId))
    throw refuse('not-found', { what: 'journal' })
  const { id, kind, sourceId, servedOn, recordedAt, reverses, reversedBy, entries, policyIds } = journal
  const titles = await titlesOf(ctx, [sourceId], tellers)
  const told = new Set(accountsTold(employeeId, account))
  return {
    line: {
      journalId: id,
      kind,
      account,
      amount: entries.reduce((sum, entry) => (told.has(entry.account) ? sum + entry.amount : sum), 0),
      servedOn,
      recordedAt: recordedAt.toISOString(),
      reversal: reverses !== null,
      title: titles.get(sourceId) ?? null,
    },
    actor: await actorOf(ctx, journal),
    source: await sourceOf(ctx, journal, { employeeId, tellers }),
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
