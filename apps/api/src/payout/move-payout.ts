import { shanghaiDay } from '@yijian/shared/kernel/time'
import { creditOf, systemAccount } from '@yijian/shared/ledger/accounts'
import { transfer } from '@yijian/shared/ledger/rules'
import { type PayoutMove, canMovePayout, holdsLines, payoutMoves } from '@yijian/shared/payout/rules'
import type { Payout } from '@yijian/shared/payout/shapes'
import type { Ctx } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { type JournalDraft, post, readJournal, reversalOf } from '../ledger/index.ts'
import { payoutById } from './read.ts'
import { type PayoutRow, freeLines, lockPayout, updatePayout } from './repo.ts'

export interface PayoutStep {
  payoutId: string
  move: PayoutMove
  employeeId: string
}

/**
 * The part all steps of a batch share: lock, rule, journal, state. The verb has authorised its person, and records and
 * tells what was done.
 *
 * @throws Problem `payout-state`, `own-payout`
 */
export async function movePayout(
  ctx: Ctx,
  { payoutId, move, employeeId }: PayoutStep,
  written: Pick<Partial<PayoutRow>, 'note' | 'bankReference'> = {},
): Promise<Payout> {
  const row = await lockPayout(ctx, payoutId)
  enforce(canMovePayout({ move, state: row.state, ownWork: row.builtBy === employeeId }))
  const state = payoutMoves[move].to
  const endJournalId = await postEnd(ctx, row, move)
  await updatePayout(ctx, payoutId, { ...written, state, ...stepOf(move, employeeId, ctx.now), endJournalId })
  if (!holdsLines(state)) await freeLines(ctx, payoutId)
  return payoutById(ctx, payoutId, employeeId)
}

/** Who took the step and when, in the columns of that step. */
function stepOf(move: PayoutMove, by: string, at: Date): Partial<PayoutRow> {
  if (move === 'approve') return { approvedBy: by, approvedAt: at }
  if (move === 'send') return { sentBy: by, sentAt: at }
  return { endedBy: by, endedAt: at }
}

/** The journal that ends a batch; null while it goes on. */
async function postEnd(ctx: Ctx, row: PayoutRow, move: PayoutMove): Promise<string | null> {
  const draft = await endDraft(ctx, row, move)
  if (draft === null) return null
  const [posted] = await post(ctx, [draft])
  if (posted === undefined) throw new Error('nothing was posted')
  return posted.journalId
}

/** Confirmed leaves the system, bounced goes back; cancelled before it left, building is reversed. */
async function endDraft(ctx: Ctx, row: PayoutRow, move: PayoutMove): Promise<JournalDraft | null> {
  const { id: payoutId, fundProjectId, amountFen } = row
  const [batch, fund] = [creditOf(payoutId), creditOf(fundProjectId)]
  const deed = { scope: 'payout', idempotencyKey: `${payoutId}:${payoutMoves[move].to}`, asked: { amountFen } }
  const own = { ...deed, sourceId: payoutId, servedOn: shanghaiDay(ctx.now), policyIds: [] }
  if (move === 'confirm') return { ...own, kind: 'payout-confirmed', entries: transfer(batch, systemAccount('paid'), amountFen) }
  if (move === 'bounce') return { ...own, kind: 'payout-bounced', entries: transfer(batch, fund, amountFen) }
  if (move !== 'cancel') return null
  const built = await readJournal(ctx, row.builtJournalId)
  if (built === null) throw new Error(`no journal ${row.builtJournalId}`)
  return reversalOf(built, { ...deed, kind: 'payout-built', entries: transfer(batch, fund, amountFen) })
}
