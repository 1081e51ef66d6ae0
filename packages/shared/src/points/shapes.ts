import * as z from 'zod/mini'
import { imageView } from '../file/shapes.ts'
import { id } from '../kernel/id.ts'
import { count, points } from '../kernel/quantity.ts'
import { day, field, instant, named, text, whole } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'
import { pointFacts, pointTaskKinds } from './rules.ts'

const pricePoints = field(whole(1, 1_000_000), 'Points one costs', 600)

/** A point task (积分任务): points for a real fact within its dates. */
export const pointTask = named(
  'PointTask',
  'Points for a real fact, once, every day or at a milestone, within dates',
  z.object({
    id: id('pointTask'),
    title: field(text(40), 'What to do, in a few words', '完成第一场志愿服务'),
    fact: field(z.enum(pointFacts), 'What must have happened', 'session-served'),
    kind: z.enum(pointTaskKinds),
    need: field(whole(1, 1_000_000), 'So many times, or minutes; 1 unless a milestone', 600),
    points: field(whole(1, 100_000), 'For each time', 50),
    timesADay: field(whole(1, 24), 'Times one person may be rewarded on one day', 1),
    timesInAll: field(z.nullable(whole(1, 10_000)), 'Times one person may be rewarded in all; null for no limit', 30),
    fromOn: field(day, 'First day that counts'),
    untilOn: field(z.nullable(day), 'Last day that counts; null for no end'),
    endedOn: field(z.nullable(day), 'Last day that counted, of a task that was ended'),
  }),
)
export type PointTask = z.infer<typeof pointTask>

const { title, fact, kind, need, points: taskPoints, timesADay, timesInAll, fromOn, untilOn } = pointTask.shape
export const createPointTaskInput = z.object({
  title,
  fact,
  kind,
  need: z._default(need, 1),
  points: taskPoints,
  timesADay: z._default(timesADay, 1),
  timesInAll: z._default(timesInAll, null),
  fromOn,
  untilOn,
})
export type CreatePointTaskInput = z.infer<typeof createPointTaskInput>

export const pointTaskAccount = named(
  'PointTaskAccount',
  'A point task with what it has given so far',
  z.object({
    task: pointTask,
    people: field(count, 'People who hold an award of it'),
    awards: field(count, 'Awards held'),
    pointsGiven: field(points, 'Points of awards held'),
  }),
)
export type PointTaskAccount = z.infer<typeof pointTaskAccount>

export const myPointTask = named(
  'MyPointTask',
  'A point task and how far I am with it',
  z.object({
    task: pointTask,
    state: field(z.enum(['open', 'done-today', 'done']), 'done-today: again tomorrow; done: nothing more to earn'),
    have: field(count, 'Of what is needed: today for a daily task, within its dates otherwise', 120),
    times: field(count, 'Times I was rewarded'),
    timesToday: count,
    pointsEarned: points,
  }),
)
export type MyPointTask = z.infer<typeof myPointTask>

export const itemCategories = ['wear', 'bag', 'cup', 'stationery', 'book', 'benefit', 'other'] as const
export const itemStates = ['on-sale', 'withdrawn'] as const

/** An item of the shop (权益/周边). */
export const shopItem = named(
  'ShopItem',
  'Something that can be had for points',
  z.object({
    id: id('shopItem'),
    name: field(text(40), 'Name', '益践帆布袋'),
    description: field(text(600), 'What it is and how it is handed over', '再生棉帆布，容量 12 升。'),
    category: field(z.enum(itemCategories), 'Sort of thing', 'bag'),
    pricePoints,
    stockLeft: field(count, 'How many are left', 37),
    perPerson: field(z.nullable(whole(1, 100)), 'How many one person may have; null for no limit', 1),
    fromOn: field(day, 'First day on sale'),
    untilOn: field(z.nullable(day), 'Last day on sale; null for no end'),
    state: z.enum(itemStates),
    picture: field(z.nullable(imageView), 'A picture of it; null where its sort stands for it'),
  }),
)
export type ShopItem = z.infer<typeof shopItem>

const { name, description, category, perPerson, state } = shopItem.shape
const itemDraft = {
  name,
  description,
  category,
  pricePoints,
  perPerson,
  fromOn: shopItem.shape.fromOn,
  untilOn: shopItem.shape.untilOn,
  pictureId: field(z.optional(z.nullable(id('file'))), 'A picture I handed in for an item; null for none, left out to keep what is there'),
}
export const createShopItemInput = z.object({ ...itemDraft, stock: field(whole(0, 1_000_000), 'How many there are', 200) })
export type CreateShopItemInput = z.infer<typeof createShopItemInput>
export const changeShopItemInput = z.object({ ...itemDraft, state })
export type ChangeShopItemInput = z.infer<typeof changeShopItemInput>

export const offeredItem = named(
  'OfferedItem',
  'An item of the shop and how many I had of it',
  z.object({ item: shopItem, myOrders: field(count, 'Orders of mine that were not cancelled') }),
)
export type OfferedItem = z.infer<typeof offeredItem>

export const stockedItem = named(
  'StockedItem',
  'An item of the shop as its keepers see it',
  z.object({
    item: shopItem,
    waiting: field(count, 'Ordered and not handed over yet'),
    pickedUp: field(count, 'Handed over'),
  }),
)
export type StockedItem = z.infer<typeof stockedItem>

export const changeStockInput = z.object({
  change: field(whole(-1_000_000, 1_000_000).check(z.refine((change) => change !== 0)), 'So many more, or fewer when negative', 50),
  reason: field(text(200), 'Why: a delivery, a loss', '第二批到货'),
})
export type ChangeStockInput = z.infer<typeof changeStockInput>

export const stockChange = named(
  'StockChange',
  'A change of stock that was no order',
  z.object({ change: whole(-1_000_000, 1_000_000), reason: z.string(), by: z.nullable(personRef), changedAt: instant }),
)
export type StockChange = z.infer<typeof stockChange>

export const orderStates = ['placed', 'picked-up', 'cancelled'] as const

const orderFields = {
  id: id('order'),
  item: field(z.object({ id: id('shopItem'), name: z.string(), category: z.enum(itemCategories) }), 'The item as it is now'),
  pricePoints: field(points, 'What it cost when it was ordered'),
  state: z.enum(orderStates),
  placedAt: instant,
  endedAt: field(z.nullable(instant), 'When it was handed over or cancelled'),
  cancelReason: field(z.nullable(z.string()), 'Why an operator cancelled it'),
}

/** An order of one item (兑换单), with the code that picks it up. */
export const order = named(
  'Order',
  'An order of mine: one item, with its pick-up code',
  z.object({
    ...orderFields,
    pickUpCode: field(z.nullable(z.string()), 'Shown at the desk; null once the order has ended', 'K7RM4XPW'),
  }),
)
export type Order = z.infer<typeof order>

export const deskOrder = named(
  'DeskOrder',
  'An order as the desk sees it, without its code',
  z.object({ ...orderFields, person: personRef }),
)
export type DeskOrder = z.infer<typeof deskOrder>

export const cancelOrderInput = z.object({
  reason: field(z.optional(text(200)), 'Needed from an operator; the person reads it', '到货破损，无法补发'),
})
export type CancelOrderInput = z.infer<typeof cancelOrderInput>
