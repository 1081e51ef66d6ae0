import type { Donation } from '@yijian/shared/giving/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { accountOf } from '@yijian/shared/ledger/accounts'
import { type Holdings, emptyHoldings, transfer } from '@yijian/shared/ledger/rules'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put, putAt } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { lockBalances, post } from '../ledger/index.ts'
import { type DonationWish, planDonation } from './plan.ts'
import { lockFundProjects, toDonation } from './read.ts'
import { DONATION_SCOPE, insertDonation } from './repo.ts'

/**
 * Gives credit on (捐赠): it is held for the cooling time, in which it can be undone, and then goes to the fund projects
 * by itself. Of two devices that give one balance at once the later one reads behind the lock what the first has left.
 *
 * @throws Problem `too-many-fund-projects`, `fund-project-twice`, `fund-project-not-listed`, `parts-do-not-sum`,
 * `credit-insufficient`, `part-below-minimum`
 */
export async function donate(ctx: Ctx, wish: DonationWish): Promise<Donation> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const funds = await lockFundProjects(
      ctx,
      wish.parts.map(({ fundProjectId }) => fundProjectId),
    )
    const holdings = heldBy(await lockBalances(ctx, [employeeId]), employeeId)
    const { verdict, totalFen, parts, policyId, coolsAt } = await planDonation(ctx, wish, { funds, holdings })
    enforce(verdict)
    const id = ctx.app.newId('donation')
    const heldJournalId = await hold(ctx, { id, employeeId, totalFen, policyId })
    const row = { id, employeeId, state: 'held' as const, totalFen, policyId, heldAt: ctx.now, coolsAt, heldJournalId }
    const partRows = parts.map(({ fundProjectId, amountFen }, index) => ({
      partNo: index + 1,
      fundProjectId,
      amountFen,
      state: 'held' as const,
    }))
    await insertDonation(ctx, row, partRows)
    await record(ctx, { action: 'donation.held', subject: id, detail: { totalFen, parts: partRows.length, journalId: heldJournalId } })
    await put(ctx, 'donation.held', { donationId: id })
    await putAt(ctx, coolsAt, 'donation.cooled', { donationId: id })
    return toDonation(
      { ...row, endedAt: null },
      partRows.map((part, index) => ({ ...part, fundProject: parts[index]?.fundProject })),
    )
  })
}

async function hold(
  ctx: Ctx,
  { id, employeeId, totalFen, policyId }: { id: string; employeeId: string; totalFen: number; policyId: string },
): Promise<string> {
  const [posted] = await post(ctx, [
    {
      kind: 'donation-held',
      sourceId: id,
      servedOn: shanghaiDay(ctx.now),
      policyIds: [policyId],
      scope: DONATION_SCOPE,
      idempotencyKey: `${id}/held`,
      asked: { employeeId, totalFen },
      entries: transfer(accountOf(employeeId, 'credit'), accountOf(employeeId, 'credit-held'), totalFen),
    },
  ])
  if (posted === undefined) throw new Error(`${id} was not held`)
  return posted.journalId
}

/** Somebody whose accounts are not open has nothing to give. */
function heldBy(holdings: ReadonlyMap<string, Holdings>, employeeId: string): Holdings {
  return holdings.get(employeeId) ?? emptyHoldings
}
