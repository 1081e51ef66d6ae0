import { daysInOrder } from '@yijian/shared/points/rules'
import type { ChangeShopItemInput, ShopItem } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { lockItem, updateItem } from './repo.ts'
import { toShopItem } from './shapes.ts'

/** Changes an item, withdraws it or offers it again; what was ordered keeps its price. @throws Problem `not-found`, `days-reversed` */
export async function changeShopItem(ctx: Ctx, itemId: string, change: ChangeShopItemInput): Promise<ShopItem> {
  requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const { stockLeft, createdAt } = await lockItem(ctx, itemId)
    enforce(daysInOrder(change.fromOn, change.untilOn))
    await updateItem(ctx, { ...change, id: itemId })
    await record(ctx, { action: 'shop-item.changed', subject: itemId, detail: { ...change } })
    return toShopItem({ ...change, id: itemId, stockLeft, createdAt })
  })
}
