import type { ChangeStockInput, ShopItem } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { insertStockChange, lockItem, moveStock } from './repo.ts'
import { shopItemOf } from './shapes.ts'

/** Adds to the stock or takes from it; what was ordered is not in stock any more. @throws Problem `not-found`, `stock-too-low` */
export async function changeStock(ctx: Ctx, itemId: string, { change, reason }: ChangeStockInput): Promise<ShopItem> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const item = await lockItem(ctx, itemId)
    if (item.stockLeft + change < 0) throw refuse('stock-too-low', { stockLeft: item.stockLeft, change })
    await moveStock(ctx, itemId, change)
    await insertStockChange(ctx, { itemId, change, reason, changedBy: employeeId })
    await record(ctx, { action: 'stock.changed', subject: itemId, detail: { change, reason } })
    return shopItemOf(ctx, { ...item, stockLeft: item.stockLeft + change })
  })
}
