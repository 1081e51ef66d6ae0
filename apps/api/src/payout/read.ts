import type { DonationPayout, Payout, PayoutCandidate, PayoutCard } from '@yijian/shared/payout/shapes'
import { progressOf } from '@yijian/shared/payout/rules'
import { and, asc, count, eq, inArray, isNull, min, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { fundProject } from '../fund/tables.ts'
import { donation, donationPart } from '../giving/tables.ts'
import { refsOf } from '../people/index.ts'
import { payout, payoutLine } from './tables.ts'

const CANDIDATES = 100

const project = { id: fundProject.id, name: fundProject.name, state: fundProject.state }
const live = and(eq(payoutLine.donationId, donationPart.donationId), eq(payoutLine.partNo, donationPart.partNo), eq(payoutLine.live, 1))

/** Settled parts in no live batch, of these fund projects or of all. */
const waiting = (fundProjectIds?: readonly string[]) =>
  and(
    eq(donationPart.state, 'settled'),
    isNull(payoutLine.donationId),
    fundProjectIds === undefined ? undefined : inArray(donationPart.fundProjectId, [...fundProjectIds]),
  )

/** Fund projects with settled donations in no batch yet, those that wait longest first. */
export async function payoutCandidates(ctx: Ctx): Promise<PayoutCandidate[]> {
  const since = min(donationPart.settledAt)
  const rows = await ctx.db
    .select({
      fundProject: project,
      charity: fundProject.charity,
      donations: count(),
      amountFen: sql<number>`sum(${donationPart.amountFen})`.mapWith(Number),
      since,
    })
    .from(donationPart)
    .innerJoin(fundProject, eq(fundProject.id, donationPart.fundProjectId))
    .leftJoin(payoutLine, live)
    .where(waiting())
    .groupBy(fundProject.id, fundProject.name, fundProject.state, fundProject.charity)
    .orderBy(asc(since), asc(fundProject.id))
    .limit(CANDIDATES)
  return rows.map((row) => ({ ...row, since: (row.since ?? ctx.now).toISOString() }))
}

/** Ids of the fund projects with settled donations in no batch yet, in the order in which they are locked. */
export async function fundProjectsToPay(ctx: Ctx): Promise<string[]> {
  const rows = await payoutCandidates(ctx)
  return rows.map((row) => row.fundProject.id).sort()
}

/** Settled donations of one fund project in no live batch, the oldest first; the caller has locked the project. */
export function donationsToPay(ctx: Ctx, fundProjectId: string, limit: number) {
  return ctx.db
    .select({
      donationId: donationPart.donationId,
      partNo: donationPart.partNo,
      amountFen: donationPart.amountFen,
      journalId: sql<string>`${donationPart.settledJournalId}`,
    })
    .from(donationPart)
    .leftJoin(payoutLine, live)
    .where(waiting([fundProjectId]))
    .orderBy(asc(donationPart.settledAt), asc(donationPart.donationId))
    .limit(limit)
}

/** Cards to be narrowed by the caller. */
export function selectPayoutCards(ctx: Ctx) {
  return ctx.db
    .select({
      id: payout.id,
      fundProject: project,
      charity: payout.charity,
      state: payout.state,
      amountFen: payout.amountFen,
      lines: payout.lineCount,
      builtAt: payout.builtAt,
    })
    .from(payout)
    .innerJoin(fundProject, eq(fundProject.id, payout.fundProjectId))
    .$dynamic()
}

export function toPayoutCard(row: Awaited<ReturnType<typeof selectPayoutCards>>[number]): PayoutCard {
  return { ...row, builtAt: row.builtAt.toISOString() }
}

/** A batch with every step. @throws Problem `not-found` */
export async function payoutById(ctx: Ctx, payoutId: string, readerId: string): Promise<Payout> {
  const [row] = await ctx.db
    .select({ payout, fundProject: project })
    .from(payout)
    .innerJoin(fundProject, eq(fundProject.id, payout.fundProjectId))
    .where(eq(payout.id, payoutId))
  if (row === undefined) throw refuse('not-found', { what: 'payout' })
  const of = row.payout
  const steps = { built: of.builtBy, approved: of.approvedBy, sent: of.sentBy, ended: of.endedBy }
  const people = await refsOf(
    ctx,
    Object.values(steps).filter((id) => id !== null),
  )
  const step = (by: string | null, at: Date | null) => {
    const person = by === null ? undefined : people.get(by)
    return person === undefined || at === null ? null : { by: person, at: at.toISOString() }
  }
  const built = step(of.builtBy, of.builtAt)
  if (built === null) throw new Error(`no person ${of.builtBy}`)
  return {
    id: of.id,
    fundProject: row.fundProject,
    charity: of.charity,
    charityCode: of.charityCode,
    charityAccount: of.charityAccount,
    state: of.state,
    amountFen: of.amountFen,
    lines: of.lineCount,
    builtAt: built.at,
    built,
    approved: step(of.approvedBy, of.approvedAt),
    sent: step(of.sentBy, of.sentAt),
    ended: step(of.endedBy, of.endedAt),
    bankReference: of.bankReference,
    note: of.note,
    builtJournalId: of.builtJournalId,
    endJournalId: of.endJournalId,
    ownWork: of.builtBy === readerId,
  }
}

/** How far the settled parts of these donations have come, by donation. */
export async function payoutsOfDonations(ctx: Ctx, donationIds: readonly string[]): Promise<Map<string, DonationPayout[]>> {
  if (donationIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      donationId: donationPart.donationId,
      fundProjectId: donationPart.fundProjectId,
      state: payout.state,
      endedAt: payout.endedAt,
      note: payout.note,
    })
    .from(donationPart)
    .leftJoin(payoutLine, live)
    .leftJoin(payout, eq(payout.id, payoutLine.payoutId))
    .where(and(inArray(donationPart.donationId, [...donationIds]), eq(donationPart.state, 'settled')))
    .orderBy(asc(donationPart.donationId), asc(donationPart.partNo))
  const byDonation = new Map<string, DonationPayout[]>()
  for (const { donationId, fundProjectId, state, endedAt, note } of rows) {
    const progress = progressOf(state)
    const paid = progress === 'paid'
    const item = { fundProjectId, progress, paidAt: paid ? (endedAt?.toISOString() ?? null) : null, note: paid ? note : null }
    byDonation.set(donationId, [...(byDonation.get(donationId) ?? []), item])
  }
  return byDonation
}

/** Who gave it. @throws Problem `not-found` */
export async function giverOf(ctx: Ctx, donationId: string): Promise<string> {
  const [row] = await ctx.db.select({ employeeId: donation.employeeId }).from(donation).where(eq(donation.id, donationId))
  if (row === undefined) throw refuse('not-found', { what: 'donation' })
  return row.employeeId
}

/** The lines of a batch, with when each donation was settled; narrowed by the caller. */
export function selectLines(ctx: Ctx) {
  return ctx.db
    .select({
      lineNo: payoutLine.lineNo,
      donationId: payoutLine.donationId,
      journalId: payoutLine.journalId,
      amountFen: payoutLine.amountFen,
      settledAt: donationPart.settledAt,
    })
    .from(payoutLine)
    .innerJoin(donationPart, and(eq(donationPart.donationId, payoutLine.donationId), eq(donationPart.partNo, payoutLine.partNo)))
    .$dynamic()
}
