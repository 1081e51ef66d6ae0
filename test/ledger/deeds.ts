import { randomUUID } from 'node:crypto'
import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { type JournalDraft, type Posted, lockBalances, openAccounts, post, readJournal, reversalOf } from '@yijian/api/ledger/index'
import { policiesByIds, policyOn } from '@yijian/api/policy/index'
import { insertPolicy } from '@yijian/api/policy/repo'
import type { Grade } from '@yijian/shared/kernel/grade'
import { type EntryDraft, type Holdings, giftEntries, hoursEntries } from '@yijian/shared/ledger/rules'
import { type PolicySettings, defaultPolicies } from '@yijian/shared/policy/shapes'
import { systemCtx } from '../support/database.ts'

/** A service day on which the default policies are in force. */
export const STEP_DAY = '2026-11-20'
/** A service day on which every minute pays, in a year no other test reaches. */
export const EXACT_DAY = '2090-06-01'
const EXACT_FROM = '2090-01-01'

/** People of the test's own: their accounts are all the ledger asks for. */
export async function openPeople(app: App, count: number): Promise<string[]> {
  const employeeIds = Array.from({ length: count }, () => app.newId('employee'))
  await inTransaction(await systemCtx(app), (ctx) => openAccounts(ctx, employeeIds))
  return employeeIds
}

/** Puts the exact mode in force from 2090 on, once for each database. */
export async function publishExactMode(app: App): Promise<void> {
  await inTransaction(await systemCtx(app), async (ctx) => {
    if ((await policyOn(ctx, 'matching', EXACT_DAY)).inForceFrom === EXACT_FROM) return
    const id = ctx.app.newId('policy')
    const settings = { ...defaultPolicies.matching, mode: 'exact' as const }
    await insertPolicy(
      ctx,
      { id, kind: 'matching', label: 'exact', inForceFrom: EXACT_FROM, settings, publishedAt: ctx.now.toISOString() },
      null,
    )
  })
}

export interface Served {
  employeeId: string
  minutes: number
  grade?: Grade
  servedOn?: string
  /** What the hours come from; also the key under which they are posted once. */
  attendanceId?: string
}

/** What issuing hours posts, derived from what the person holds now. */
export async function issueDraft(ctx: Ctx, served: Served, holdings: Holdings): Promise<JournalDraft> {
  const { employeeId, minutes, grade = 'A', servedOn = STEP_DAY, attendanceId = ctx.app.newId('attendance') } = served
  const matching = await policyOn(ctx, 'matching', servedOn)
  const points = await policyOn(ctx, 'points', servedOn)
  const rules = { matching: matching.settings, points: points.settings }
  return {
    kind: 'hours-issued',
    sourceId: attendanceId,
    servedOn,
    policyIds: [matching.id, points.id],
    scope: 'hours',
    idempotencyKey: attendanceId,
    asked: { employeeId, minutes, grade },
    entries: hoursEntries({ employeeId, minutes, grade, holdings }, rules),
  }
}

/** Issues hours to one person, within the caller's transaction. */
export async function issue(ctx: Ctx, served: Served): Promise<Posted> {
  return first(await post(ctx, [await issueDraft(ctx, served, await holdingsOf(ctx, served.employeeId))]))
}

/** Takes a journal of hours back by the rule and the versions that made it. */
export async function takeBack(ctx: Ctx, employeeId: string, journalId: string, key: string = randomUUID()): Promise<Posted> {
  const holdings = await holdingsOf(ctx, employeeId)
  const original = await readJournal(ctx, journalId)
  if (original === null) throw new Error(`no journal ${journalId}`)
  const amountOf = (account: string) => original.entries.find((entry) => entry.account === account)?.amount ?? 0
  const minutes = amountOf(`${employeeId}/hours`)
  // What the original earned tells its grade as far as the rules care.
  const grade = amountOf('system/carry-hours') === 0 && amountOf('system/points') === 0 ? 'D' : 'A'
  const entries = hoursEntries({ employeeId, minutes: -minutes, grade, holdings }, await rulesOf(ctx, original.policyIds))
  const deed = { kind: 'hours-corrected' as const, scope: 'correction', idempotencyKey: key, asked: { journalId }, entries }
  return first(await post(ctx, [reversalOf(original, deed)]))
}

export interface Given {
  employeeId: string
  giftFen: number
  servedOn?: string
  /** What the gift comes from; also the key under which it is matched once. */
  claimId?: string
}

/** Matches an own donation, within the caller's transaction. */
export async function matchGift(ctx: Ctx, given: Given): Promise<Posted> {
  const { employeeId, giftFen, servedOn = STEP_DAY, claimId = ctx.app.newId('claim') } = given
  const matching = await policyOn(ctx, 'matching', servedOn)
  const entries = giftEntries({ employeeId, giftFen, holdings: await holdingsOf(ctx, employeeId) }, matching.settings)
  const deed = { scope: 'claim', idempotencyKey: claimId, asked: { employeeId, giftFen } }
  return first(await post(ctx, [{ kind: 'gift-matched', sourceId: claimId, servedOn, policyIds: [matching.id], ...deed, entries }]))
}

/** Takes the match of a gift back by the version that made it. */
export async function refundGift(ctx: Ctx, employeeId: string, journalId: string, key: string = randomUUID()): Promise<Posted> {
  const original = await readJournal(ctx, journalId)
  if (original === null) throw new Error(`no journal ${journalId}`)
  const giftFen = original.entries.find(({ account }) => account === `${employeeId}/gift`)?.amount ?? 0
  const { matching } = await rulesOf(ctx, original.policyIds)
  const entries = giftEntries({ employeeId, giftFen: -giftFen, holdings: await holdingsOf(ctx, employeeId) }, matching)
  const deed = { kind: 'gift-refunded' as const, scope: 'refund', idempotencyKey: key, asked: { journalId }, entries }
  return first(await post(ctx, [reversalOf(original, deed)]))
}

/** Sets credit aside, as a donation in its cooling time does. */
export async function setAside(ctx: Ctx, employeeId: string, fen: number, key: string = randomUUID()): Promise<Posted> {
  const entries: EntryDraft[] = [
    { account: `${employeeId}/credit`, amount: -fen },
    { account: `${employeeId}/credit-held`, amount: fen },
  ]
  const kind = 'donation-held'
  const sourceId = ctx.app.newId('donation')
  return first(
    await post(ctx, [
      { kind, sourceId, servedOn: STEP_DAY, policyIds: [], scope: 'held', idempotencyKey: key, asked: { employeeId, fen }, entries },
    ]),
  )
}

export async function holdingsOf(ctx: Ctx, employeeId: string): Promise<Holdings> {
  const holdings = (await lockBalances(ctx, [employeeId])).get(employeeId)
  if (holdings === undefined) throw new Error(`${employeeId} has no accounts`)
  return holdings
}

async function rulesOf(ctx: Ctx, policyIds: readonly string[]): Promise<Pick<PolicySettings, 'matching' | 'points'>> {
  const rules = { matching: defaultPolicies.matching, points: defaultPolicies.points }
  for (const version of await policiesByIds(ctx, policyIds)) Object.assign(rules, { [version.kind]: version.settings })
  return rules
}

function first(posted: readonly Posted[]): Posted {
  const [one] = posted
  if (one === undefined) throw new Error('nothing was posted')
  return one
}
