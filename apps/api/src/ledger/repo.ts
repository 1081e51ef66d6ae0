import { type ResultSetHeader, type RowDataPacket, raw } from 'mysql2/promise'
import { type Ctx, connectionOf } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import type { SealedJournal } from './journal.ts'
import type { MonthMovement, Movement, TotalMovement } from './movements.ts'

/** A CASE is searched from its top, so its cost is the square of its length; up to here one statement is as fast as several. */
const ACCOUNTS_A_STATEMENT = 256

export async function insertJournals(ctx: Ctx, journals: readonly SealedJournal[]): Promise<void> {
  const rows = journals.map((journal) => {
    const { id, kind, sourceId, servedOn, policyIds, actorId, scope, idempotencyKey, requestHash, reverses, leafHash, recordedAt } = journal
    const [reversible, reversesReversible] = reverses === null ? [1, null] : [null, 1]
    const origin = [id, kind, sourceId, servedOn, JSON.stringify(policyIds), actorId, scope, idempotencyKey, requestHash]
    return [...origin, reverses, reversible, reversesReversible, journal.entries.length, leafHash, recordedAt]
  })
  await connectionOf(ctx).query(
    `INSERT INTO ledger_journal (id, kind, source_id, served_on, policy_ids, actor_id, scope, idempotency_key, request_hash,
       reverses, reversible, reverses_reversible, entry_count, leaf_hash, recorded_at) VALUES ?`,
    [rows],
  )
}

export async function insertEntries(ctx: Ctx, journals: readonly SealedJournal[]): Promise<void> {
  const rows = journals.flatMap(({ id, servedOn, entries }) => entries.map((e) => [id, e.lineNo, e.account, e.unit, e.amount, servedOn]))
  await connectionOf(ctx).query('INSERT INTO ledger_entry (journal_id, line_no, account_id, unit, amount, served_on) VALUES ?', [rows])
}

/**
 * Moves balances by their netted amounts, with the bounds in the condition: a row that would leave them is not touched,
 * and the count of touched rows tells. The CHECK behind it is the second net.
 *
 * @throws Problem `credit-insufficient`
 */
export async function moveBalances(ctx: Ctx, movements: readonly Movement[]): Promise<void> {
  for (let from = 0; from < movements.length; from += ACCOUNTS_A_STATEMENT) {
    const some = movements.slice(from, from + ACCOUNTS_A_STATEMENT)
    const accounts = some.map(({ account }) => account)
    const whens = 'WHEN ? THEN ? '.repeat(some.length)
    const delta = `CASE account_id ${whens}END`
    const amounts = some.flatMap(({ account, amount }) => [account, amount])
    const counts = some.flatMap(({ account, entries }) => [account, entries])
    const [{ affectedRows }] = await connectionOf(ctx).query<ResultSetHeader>(
      `UPDATE ledger_balance SET balance = balance + ${delta}, version = version + ${delta}
        WHERE account_id IN (?)
          AND (min_balance IS NULL OR balance + ${delta} >= min_balance)
          AND (max_balance IS NULL OR balance + ${delta} <= max_balance)`,
      [...amounts, ...counts, accounts, ...amounts, ...amounts],
    )
    if (affectedRows !== some.length) throw await shortfall(ctx, some)
  }
}

/** Why a balance did not move: not enough credit is a refusal, anything else a fault of the program. */
async function shortfall(ctx: Ctx, movements: readonly Movement[]): Promise<Error> {
  const [rows] = await connectionOf(ctx).query<RowDataPacket[]>(
    'SELECT account_id AS account, balance FROM ledger_balance WHERE account_id IN (?)',
    [movements.map(({ account }) => account)],
  )
  const balances = new Map((rows as { account: string; balance: number }[]).map(({ account, balance }) => [account, balance]))
  const unopened = movements.find(({ account }) => !balances.has(account))
  if (unopened !== undefined) return new Error(`no balance row: ${unopened.account} was not opened`)
  const overdrawn = movements.find(({ account, amount }) => account.endsWith('/credit') && (balances.get(account) ?? 0) + amount < 0)
  if (overdrawn === undefined)
    return new Error(`a balance would leave its bounds: one of ${movements.map(({ account }) => account).join(', ')}`)
  return refuse('credit-insufficient', { wantedFen: -overdrawn.amount, availableFen: balances.get(overdrawn.account) ?? 0 })
}

export async function addToMonths(ctx: Ctx, movements: readonly MonthMovement[]): Promise<void> {
  const rows = movements.map(({ account, ym, kind, amount, entries }) => [account, ym, kind, amount, entries])
  await connectionOf(ctx).query(
    'INSERT INTO ledger_month (account_id, ym, kind, amount, n) VALUES ? ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount), n = n + VALUES(n)',
    [rows],
  )
}

/** Rows of the company that connections share out among themselves, 64 of each. */
const shard = raw('CONNECTION_ID() MOD 64')

export async function addToTotals(ctx: Ctx, movements: readonly TotalMovement[]): Promise<void> {
  const rows = movements.map(({ ym, owner, account, kind, amount, entries }) => [ym, owner, account, kind, shard, amount, entries])
  await connectionOf(ctx).query(
    'INSERT INTO ledger_total (ym, owner, account, kind, shard, amount, n) VALUES ? ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount), n = n + VALUES(n)',
    [rows],
  )
}

export interface PostedJournal {
  id: string
  scope: string
  idempotencyKey: string
  requestHash: string
}

/** Journals that are posted under these keys already. */
export async function findPosted(ctx: Ctx, keys: readonly { scope: string; idempotencyKey: string }[]): Promise<PostedJournal[]> {
  const [rows] = await connectionOf(ctx).query<RowDataPacket[]>(
    `SELECT id, scope, idempotency_key AS idempotencyKey, request_hash AS requestHash FROM ledger_journal WHERE (scope, idempotency_key) IN (?)`,
    [keys.map(({ scope, idempotencyKey }) => [scope, idempotencyKey])],
  )
  return rows as unknown as PostedJournal[]
}

/** One of these journals that has been reversed; null when none has. */
export async function findReversed(ctx: Ctx, journalIds: readonly string[]): Promise<string | null> {
  if (journalIds.length === 0) return null
  const [rows] = await connectionOf(ctx).query<RowDataPacket[]>('SELECT reverses FROM ledger_journal WHERE reverses IN (?) LIMIT 1', [
    journalIds,
  ])
  return (rows[0]?.['reverses'] as string | undefined) ?? null
}
