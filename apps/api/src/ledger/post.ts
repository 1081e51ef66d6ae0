import { isSystemAccount } from '@yijian/shared/ledger/accounts'
import type { Ctx } from '../core/context.ts'
import { classify } from '../core/db/errno.ts'
import { refuse } from '../core/problems.ts'
import { type JournalDraft, type SealedJournal, sealJournal } from './journal.ts'
import { movementsByAccount, movementsByMonth, movementsByTotal } from './movements.ts'
import { addToMonths, addToTotals, findPosted, findReversed, insertEntries, insertJournals, moveBalances } from './repo.ts'

export interface Posted {
  journalId: string
  /** True when it was posted by an earlier request with the same key. */
  replayed: boolean
}

/**
 * Posts journals (入账), all or none, within the caller's transaction: the only writer of the ledger. The caller has
 * authorised the deed, locked the balances its entries follow from, and audits it. One journal is a list of one.
 *
 * @throws Problem `credit-insufficient`, `already-reversed`, `idempotency-key-reused`
 */
export async function post(ctx: Ctx, drafts: readonly JournalDraft[]): Promise<Posted[]> {
  const journals = drafts.map((draft) => sealJournal(ctx, draft))
  assertDistinctKeys(journals)
  const replays = await insertUnlessPosted(ctx, journals)
  const fresh = journals.filter((journal) => !replays.has(journal))
  if (fresh.length > 0) {
    await insertEntries(ctx, fresh)
    const months = movementsByMonth(fresh)
    await moveBalances(ctx, movementsByAccount(months))
    await addToMonths(ctx, months)
    await addToTotals(ctx, movementsByTotal(months))
  }
  return journals.map((journal) => ({ journalId: replays.get(journal) ?? journal.id, replayed: replays.has(journal) }))
}

/**
 * Inserts what is new and finds what is not. The unique key decides, not a look beforehand: two requests with one key
 * that run at once are told apart by it, and the usual case saves a query.
 */
async function insertUnlessPosted(ctx: Ctx, journals: readonly SealedJournal[]): Promise<Map<SealedJournal, string>> {
  const replays = new Map<SealedJournal, string>()
  let fresh = journals
  while (fresh.length > 0) {
    try {
      await insertJournals(ctx, fresh)
      break
    } catch (error) {
      if (classify(error) !== 'duplicate') throw error
      const found = await matchReplays(ctx, fresh)
      if (found.size === 0) throw await reversedTwice(ctx, fresh, error)
      for (const [journal, id] of found) replays.set(journal, id)
      fresh = fresh.filter((journal) => !found.has(journal))
      assertApart([...replays.keys()], fresh)
    }
  }
  return replays
}

async function matchReplays(ctx: Ctx, journals: readonly SealedJournal[]): Promise<Map<SealedJournal, string>> {
  const posted = new Map((await findPosted(ctx, journals)).map((row) => [keyOf(row), row]))
  const replays = new Map<SealedJournal, string>()
  for (const journal of journals) {
    const row = posted.get(keyOf(journal))
    if (row === undefined) continue
    if (row.requestHash !== journal.requestHash) throw refuse('idempotency-key-reused', { key: journal.idempotencyKey })
    replays.set(journal, row.id)
  }
  return replays
}

async function reversedTwice(ctx: Ctx, journals: readonly SealedJournal[], otherwise: unknown): Promise<unknown> {
  const journalId = await findReversed(
    ctx,
    journals.flatMap(({ reverses }) => (reverses === null ? [] : [reverses])),
  )
  return journalId === null ? otherwise : refuse('already-reversed', { journalId })
}

const keyOf = ({ scope, idempotencyKey }: { scope: string; idempotencyKey: string }) => `${scope} ${idempotencyKey}`

function assertDistinctKeys(journals: readonly SealedJournal[]): void {
  if (new Set(journals.map(keyOf)).size < journals.length) throw new Error('a list to post names one key twice')
}

/**
 * Entries follow from what the person held when they were derived. If a part of the list turns out to be posted already,
 * later entries for the same person were derived from it twice: such a list is refused whole, to be derived again.
 */
function assertApart(replayed: readonly SealedJournal[], fresh: readonly SealedJournal[]): void {
  const moved = new Set(replayed.flatMap(accountsOf))
  const doubled = fresh.flatMap(accountsOf).find((account) => moved.has(account))
  if (doubled !== undefined) throw new Error(`part of this list is posted already, and ${doubled} was derived from it twice`)
}

function accountsOf({ entries }: SealedJournal): string[] {
  return entries.map(({ account }) => account).filter((account) => !isSystemAccount(account))
}
