import type { FundProjectRef, FundProjectState } from '@yijian/shared/fund/shapes'
import type { Donation } from '@yijian/shared/giving/shapes'
import type { JournalKind } from '@yijian/shared/ledger/shapes'
import { and, asc, count, desc, eq, inArray, lt } from 'drizzle-orm'
import type { RowDataPacket } from 'mysql2/promise'
import { type Ctx, connectionOf } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { fundProject } from '../fund/tables.ts'
import { journal } from '../ledger/tables.ts'
import type { DonationPartRow, DonationRow } from './repo.ts'
import { donation, donationPart } from './tables.ts'

/**
 * Fund projects by id, kept in their state until the transaction ends; donations do not wait for each other.
 * The older words for a shared lock are the ones that both servers know.
 */
export async function lockFundProjects(ctx: Ctx, ids: readonly string[]): Promise<Map<string, FundProjectRef>> {
  const [rows] = await connectionOf(ctx).query<RowDataPacket[]>(
    'SELECT id, name, state FROM fund_project WHERE id IN (?) ORDER BY id LOCK IN SHARE MODE',
    [[...new Set(ids)]],
  )
  const refs = rows as { id: string; name: string; state: FundProjectState }[]
  return new Map(refs.map(({ id, name, state }) => [id, { id, name, state }]))
}

type Head = Pick<DonationRow, 'id' | 'state' | 'totalFen' | 'heldAt' | 'coolsAt' | 'endedAt'>
type PartWithFund = Pick<DonationPartRow, 'partNo' | 'amountFen' | 'state'> & { fundProject: FundProjectRef | undefined }

export function toDonation({ id, state, totalFen, heldAt, coolsAt, endedAt }: Head, parts: readonly PartWithFund[]): Donation {
  return {
    id,
    state,
    totalFen,
    heldAt: heldAt.toISOString(),
    coolsAt: coolsAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    parts: parts.map(({ fundProject: fund, ...part }) => {
      if (fund === undefined) throw new Error(`part ${part.partNo} of ${id} has no fund project`)
      return { ...part, fundProject: fund }
    }),
  }
}

/** Donations with their parts, all in one query. */
export async function donationsWithParts(ctx: Ctx, heads: readonly Head[]): Promise<Donation[]> {
  if (heads.length === 0) return []
  const { id, name, state } = fundProject
  const rows = await ctx.db
    .select({
      donationId: donationPart.donationId,
      partNo: donationPart.partNo,
      amountFen: donationPart.amountFen,
      state: donationPart.state,
      fundProject: { id, name, state },
    })
    .from(donationPart)
    .innerJoin(fundProject, eq(id, donationPart.fundProjectId))
    .where(
      inArray(
        donationPart.donationId,
        heads.map((head) => head.id),
      ),
    )
    .orderBy(asc(donationPart.donationId), asc(donationPart.partNo))
  return heads.map((head) =>
    toDonation(
      head,
      rows.filter(({ donationId }) => donationId === head.id).map(({ donationId: _, ...part }) => part),
    ),
  )
}

/** The newest first; ids sort by time. */
export async function selectDonationsOf(
  ctx: Ctx,
  employeeId: string,
  { from, limit }: { from: string | undefined; limit: number },
): Promise<DonationRow[]> {
  return ctx.db
    .select()
    .from(donation)
    .where(and(eq(donation.employeeId, employeeId), from === undefined ? undefined : lt(donation.id, from)))
    .orderBy(desc(donation.id))
    .limit(limit)
}

/** A donation of the person. @throws Problem `not-found`, also for somebody else's */
export async function donationOf(ctx: Ctx, employeeId: string, donationId: string): Promise<DonationRow> {
  const [row] = await ctx.db
    .select()
    .from(donation)
    .where(and(eq(donation.id, donationId), eq(donation.employeeId, employeeId)))
  if (row === undefined) throw refuse('not-found', { what: 'donation' })
  return row
}

export async function donationsById(ctx: Ctx, ids: readonly string[]): Promise<DonationRow[]> {
  return ctx.db
    .select()
    .from(donation)
    .where(inArray(donation.id, [...ids]))
}

/** Everything the ledger holds of a donation, in order. */
export async function journalsOf(ctx: Ctx, donationId: string): Promise<{ id: string; kind: JournalKind; recordedAt: Date }[]> {
  return ctx.db
    .select({ id: journal.id, kind: journal.kind, recordedAt: journal.recordedAt })
    .from(journal)
    .where(eq(journal.sourceId, donationId))
    .orderBy(asc(journal.id))
}

/** Donations of a person of which something arrived; it never goes down again. */
export async function countSettledDonations(ctx: Ctx, employeeId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ settled: count() })
    .from(donation)
    .where(and(eq(donation.employeeId, employeeId), eq(donation.state, 'settled')))
  return row?.settled ?? 0
}
