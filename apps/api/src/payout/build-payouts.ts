import { shanghaiDay } from '@yijian/shared/kernel/time'
import { creditOf } from '@yijian/shared/ledger/accounts'
import { transfer } from '@yijian/shared/ledger/rules'
import type { Payout } from '@yijian/shared/payout/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { lockCharity } from '../fund/index.ts'
import { openAccounts, post } from '../ledger/index.ts'
import { donationsToPay, fundProjectsToPay, payoutById } from './read.ts'
import { insertPayout } from './repo.ts'

/** Donations one batch covers at most; what is left waits for the next. */
const MAX_LINES = 5000

/**
 * Builds one batch for each fund project from its settled donations (生成拨付批次). The lock on the project makes two
 * operators take turns; the unique key on live lines is the second net.
 *
 * @throws Problem `nothing-to-pay`, `not-found`
 */
export async function buildPayouts(
  ctx: Ctx,
  { fundProjectIds }: { fundProjectIds?: readonly string[] | undefined },
): Promise<{ items: Payout[] }> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const chosen = fundProjectIds === undefined ? await fundProjectsToPay(ctx) : [...new Set(fundProjectIds)].sort()
    const items: Payout[] = []
    for (const fundProjectId of chosen) {
      const payoutId = await buildPayout(ctx, fundProjectId, employeeId)
      if (payoutId !== null) items.push(await payoutById(ctx, payoutId, employeeId))
    }
    if (items.length === 0) throw refuse('nothing-to-pay', { projects: chosen.length })
    return { items }
  })
}

/** The batch of one fund project; null when it has nothing to pay out. */
async function buildPayout(ctx: Ctx, fundProjectId: string, builtBy: string): Promise<string | null> {
  const charity = await lockCharity(ctx, fundProjectId)
  const donations = await donationsToPay(ctx, fundProjectId, MAX_LINES)
  if (donations.length === 0) return null
  const payoutId = ctx.app.newId('payout')
  const amountFen = donations.reduce((sum, line) => sum + line.amountFen, 0)
  await openAccounts(ctx, [payoutId])
  const [posted] = await post(ctx, [
    {
      kind: 'payout-built',
      sourceId: payoutId,
      servedOn: shanghaiDay(ctx.now),
      policyIds: [],
      scope: 'payout',
      idempotencyKey: `${payoutId}:built`,
      asked: { fundProjectId, amountFen },
      entries: transfer(creditOf(fundProjectId), creditOf(payoutId), amountFen),
    },
  ])
  if (posted === undefined) throw new Error('nothing was posted')
  const row = { ...charity, id: payoutId, fundProjectId, state: 'built' as const, amountFen, lineCount: donations.length }
  await insertPayout(
    ctx,
    { ...row, builtBy, builtAt: ctx.now, builtJournalId: posted.journalId },
    donations.map((line, index) => ({ ...line, payoutId, lineNo: index + 1, live: 1 })),
  )
  await record(ctx, { action: 'payout.built', subject: payoutId, detail: { fundProjectId, amountFen, lines: donations.length } })
  return payoutId
}
