import type { pointsContract } from '@yijian/shared/points/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { cancelOrder } from './cancel-order.ts'
import { changeShopItem } from './change-shop-item.ts'
import { changeStock } from './change-stock.ts'
import { createPointTask } from './create-point-task.ts'
import { createShopItem } from './create-shop-item.ts'
import { endPointTask } from './end-point-task.ts'
import { findOrderByCode } from './find-order-by-code.ts'
import { getMyOrder, listMyOrders } from './list-my-orders.ts'
import { listMyPointTasks } from './list-my-point-tasks.ts'
import { listOrders } from './list-orders.ts'
import { listPointTasks } from './list-point-tasks.ts'
import { getShopItem, listShopItems } from './list-shop-items.ts'
import { listShopStock } from './list-shop-stock.ts'
import { listStockChanges } from './list-stock-changes.ts'
import { pickUpOrder } from './pick-up-order.ts'
import { placeOrder } from './place-order.ts'

export const pointsHandlers: Handlers<typeof pointsContract> = {
  listMyPointTasks: (ctx, { query }) => listMyPointTasks(ctx, query),
  listPointTasks: (ctx, { query }) => listPointTasks(ctx, query),
  createPointTask: (ctx, { body }) => createPointTask(ctx, body),
  endPointTask: (ctx, { params }) => endPointTask(ctx, params.pointTaskId),
  listShopItems: (ctx, { query }) => listShopItems(ctx, query),
  getShopItem: (ctx, { params }) => getShopItem(ctx, params.shopItemId),
  listShopStock: (ctx, { query }) => listShopStock(ctx, query),
  createShopItem: (ctx, { body }) => createShopItem(ctx, body),
  changeShopItem: (ctx, { params, body }) => changeShopItem(ctx, params.shopItemId, body),
  changeStock: (ctx, { params, body }) => changeStock(ctx, params.shopItemId, body),
  listStockChanges: (ctx, { params, query }) => listStockChanges(ctx, params.shopItemId, query),
  placeOrder: (ctx, { params }) => placeOrder(ctx, params.shopItemId),
  listMyOrders: (ctx, { query }) => listMyOrders(ctx, query),
  getMyOrder: (ctx, { params }) => getMyOrder(ctx, params.orderId),
  cancelOrder: (ctx, { params, body }) => cancelOrder(ctx, params.orderId, body),
  listOrders: (ctx, { query }) => listOrders(ctx, query),
  findOrderByCode: (ctx, { params }) => findOrderByCode(ctx, params.code),
  pickUpOrder: (ctx, { params }) => pickUpOrder(ctx, params.code),
}
