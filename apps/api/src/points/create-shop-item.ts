import { daysInOrder } from '@yijian/shared/points/rules'
import type { CreateShopItemInput, ShopItem } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { attachUploads } from '../file/index.ts'
import { insertItem, insertStockChange } from './repo.ts'
import { shopItemOf } from './shapes.ts'

/** Why the first stock of an item is there. */
const FIRST_STOCK = '首次上架'

/** Offers an item; its first stock is the first change of it. @throws Problem `days-reversed`, `upload-unknown` */
export async function createShopItem(ctx: Ctx, { stock, pictureId = null, ...draft }: CreateShopItemInput): Promise<ShopItem> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    enforce(daysInOrder(draft.fromOn, draft.untilOn))
    if (pictureId !== null) await attachUploads(ctx, { fileIds: [pictureId], purpose: 'item' })
    const row = { ...draft, pictureId, id: ctx.app.newId('shopItem'), stockLeft: stock, state: 'on-sale' as const, createdAt: ctx.now }
    await insertItem(ctx, row)
    if (stock > 0) await insertStockChange(ctx, { itemId: row.id, change: stock, reason: FIRST_STOCK, changedBy: employeeId })
    await record(ctx, { action: 'shop-item.created', subject: row.id, detail: { ...draft, pictureId, stock } })
    return shopItemOf(ctx, row)
  })
}
