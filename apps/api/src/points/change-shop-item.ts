import { daysInOrder } from '@yijian/shared/points/rules'
import type { ChangeShopItemInput, ShopItem } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { attachUploads } from '../file/index.ts'
import { lockItem, updateItem } from './repo.ts'
import { shopItemOf } from './shapes.ts'

/**
 * Changes an item, withdraws it or offers it again; what was ordered keeps its price. A new picture is an upload of the one
 * who sets it; one that stays may be another's.
 *
 * @throws Problem `not-found`, `days-reversed`, `upload-unknown`
 */
export async function changeShopItem(ctx: Ctx, itemId: string, input: ChangeShopItemInput): Promise<ShopItem> {
  requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const before = await lockItem(ctx, itemId)
    const { pictureId = before.pictureId } = input
    const change = { ...input, pictureId }
    enforce(daysInOrder(change.fromOn, change.untilOn))
    if (pictureId !== null && pictureId !== before.pictureId) await attachUploads(ctx, { fileIds: [pictureId], purpose: 'item' })
    await updateItem(ctx, { ...change, id: itemId })
    await record(ctx, { action: 'shop-item.changed', subject: itemId, detail: { ...change } })
    return shopItemOf(ctx, { ...before, ...change })
  })
}
