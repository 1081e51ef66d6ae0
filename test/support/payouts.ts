import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { donate } from '@yijian/api/giving/index'
import { settleDonation } from '@yijian/api/giving/settle-donation'
import { addMinutes } from '@yijian/shared/kernel/time'
import { giveCredit } from './giving.ts'
import { makeEmployee } from './people.ts'
import { as } from './projects.ts'

/** A donation of a person of its own that has arrived at its fund projects, in equal parts. */
export async function arrivedDonation(
  ctx: Ctx,
  funds: readonly { id: string }[],
  totalFen = 10_000,
): Promise<{ donationId: string; giver: { id: string } }> {
  return inTransaction(ctx, async (ctx) => {
    const giver = await makeEmployee(ctx)
    await giveCredit(ctx, giver, totalFen)
    const before = { ...as(ctx, giver), now: addMinutes(ctx.now, -31) }
    const { id: donationId } = await donate(before, { totalFen, parts: funds.map(({ id }) => ({ fundProjectId: id, weight: 1 })) })
    await settleDonation({ ...ctx, actor: { kind: 'system', job: 'test' } }, donationId)
    return { donationId, giver }
  })
}
