import type { Page } from '@yijian/shared/http/page'
import type { DonationPayout, Payout, PayoutCandidate, PayoutCard, PayoutLine, PayoutState } from '@yijian/shared/payout/shapes'
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireEmployee, requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { giverOf, payoutById, payoutCandidates, payoutsOfDonations, selectLines, selectPayoutCards, toPayoutCard } from './read.ts'
import { payout, payoutLine } from './tables.ts'

interface PageQuery {
  cursor?: string | undefined
  limit: number
}

const byId = z.tuple([z.string()])
const byNumber = z.tuple([z.int()])

/** Fund projects with settled donations in no batch yet. */
export async function listPayoutCandidates(ctx: Ctx): Promise<{ items: PayoutCandidate[] }> {
  requireRole(ctx, 'operator', 'auditor')
  return { items: await payoutCandidates(ctx) }
}

/** Payout batches, the newest first. */
export async function listPayouts(
  ctx: Ctx,
  { cursor, limit, state, fundProjectId }: PageQuery & { state?: PayoutState | undefined; fundProjectId?: string | undefined },
): Promise<Page<PayoutCard>> {
  requireRole(ctx, 'operator', 'auditor')
  const rows = await selectPayoutCards(ctx)
    .where(
      and(
        state === undefined ? undefined : eq(payout.state, state),
        fundProjectId === undefined ? undefined : eq(payout.fundProjectId, fundProjectId),
        cursor === undefined ? undefined : lt(payout.id, readCursor(cursor, byId)[0]),
      ),
    )
    .orderBy(desc(payout.id))
    .limit(limit + 1)
  return pageOf(rows, limit, { item: toPayoutCard, cursor: ({ id }) => [id] })
}

/** A batch with every step. @throws Problem `not-found` */
export async function getPayout(ctx: Ctx, payoutId: string): Promise<Payout> {
  const { employeeId } = requireRole(ctx, 'operator', 'auditor')
  return payoutById(ctx, payoutId, employeeId)
}

/** The donations of a batch, the oldest first; nobody at the desk needs the givers' names for it. */
export async function listPayoutLines(ctx: Ctx, payoutId: string, { cursor, limit }: PageQuery): Promise<Page<PayoutLine>> {
  requireRole(ctx, 'operator', 'auditor')
  const rows = await selectLines(ctx)
    .where(
      and(eq(payoutLine.payoutId, payoutId), cursor === undefined ? undefined : gt(payoutLine.lineNo, readCursor(cursor, byNumber)[0])),
    )
    .orderBy(asc(payoutLine.lineNo))
    .limit(limit + 1)
  return pageOf(rows, limit, {
    item: (row) => ({ ...row, settledAt: (row.settledAt ?? ctx.now).toISOString() }),
    cursor: ({ lineNo }) => [lineNo],
  })
}

/** How far the parts of a donation of mine have come. @throws Problem `not-found` for another's */
export async function listMyDonationPayouts(ctx: Ctx, donationId: string): Promise<{ items: DonationPayout[] }> {
  const { employeeId } = requireEmployee(ctx)
  if ((await giverOf(ctx, donationId)) !== employeeId) throw refuse('not-found', { what: 'donation' })
  return { items: (await payoutsOfDonations(ctx, [donationId])).get(donationId) ?? [] }
}
