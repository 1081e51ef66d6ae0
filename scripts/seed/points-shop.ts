import { handlers } from '@yijian/api/server'
import { addDays, addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import type { CreatePointTaskInput, CreateShopItemInput } from '@yijian/shared/points/shapes'
import { chen } from './crews.ts'
import { handIn } from './pictures.ts'
import type { Moment, World } from './world.ts'

const DAY_MINUTES = 1440
/** An operator; the other one hands over what the first has ordered. */
const keeper = 'D0018'
/** Some days after the founding, before the first session. */
const OPENED_DAYS_AGO = 300

type TaskPlan = Pick<CreatePointTaskInput, 'title' | 'fact' | 'kind' | 'points'> & Partial<CreatePointTaskInput>

const tasks: readonly TaskPlan[] = [
  { title: '第一次报名志愿服务', fact: 'signup-confirmed', kind: 'one-off', points: 10 },
  { title: '完成第一场志愿服务', fact: 'session-served', kind: 'one-off', points: 50 },
  { title: '活动现场扫码签到', fact: 'checked-in', kind: 'daily', points: 5, timesInAll: 60 },
  { title: '累计服务满 10 小时', fact: 'minutes-served', kind: 'milestone', need: 600, points: 100 },
  { title: '累计服务满 50 小时', fact: 'minutes-served', kind: 'milestone', need: 3000, points: 300 },
  { title: '今年参加 20 场志愿服务', fact: 'session-served', kind: 'milestone', need: 20, points: 200 },
  { title: '捐出第一笔公益金', fact: 'credit-given', kind: 'one-off', points: 30 },
  { title: '第一笔个人捐赠申报通过', fact: 'gift-matched', kind: 'one-off', points: 30 },
]

type ItemKey = 'bag' | 'vest' | 'cup' | 'pouch' | 'book' | 'calendar' | 'lunch' | 'pins'
type ItemPlan = Pick<CreateShopItemInput, 'name' | 'description' | 'category' | 'pricePoints' | 'stock' | 'perPerson'>

const items: Record<ItemKey, ItemPlan> = {
  bag: {
    name: '益践帆布袋',
    description: '12 安再生棉帆布，容量 12 升，内袋可放水杯。\n净滩、探访、赶集都好用，越洗越软。',
    category: 'bag',
    pricePoints: 240,
    stock: 200,
    perPerson: 1,
  },
  vest: {
    name: '志愿者马甲（2026 款）',
    description: '速干网布，胸前反光条，三个口袋，均码可调。\n领取时可在服务台试穿。',
    category: 'wear',
    pricePoints: 480,
    stock: 80,
    perPerson: 1,
  },
  cup: {
    name: '316 不锈钢保温杯',
    description: '450 毫升，杯身激光刻“益践”字样，杯盖可拆洗。\n少用一次性杯，从自己开始。',
    category: 'cup',
    pricePoints: 560,
    stock: 60,
    perPerson: 1,
  },
  pouch: {
    name: '海洋塑料再生笔袋',
    description: '面料由回收的海洋塑料瓶制成，每个约用 6 个瓶子。',
    category: 'stationery',
    pricePoints: 160,
    stock: 150,
    perPerson: 2,
  },
  book: {
    name: '《我们在现场》志愿者故事集',
    description: '收录 32 位同事的志愿服务手记，内页为再生纸。',
    category: 'book',
    pricePoints: 120,
    stock: 90,
    perPerson: 1,
  },
  calendar: {
    name: '红树林观鸟台历',
    description: '十二种深圳湾候鸟，由志愿者拍摄；收益全部用于护滩。',
    category: 'stationery',
    pricePoints: 180,
    stock: 120,
    perPerson: 2,
  },
  lunch: {
    name: '公益伙伴午餐会席位',
    description: '每月一次，与合作公益机构负责人共进午餐，听一线的故事。\n凭领取码登记时间。',
    category: 'benefit',
    pricePoints: 600,
    stock: 12,
    perPerson: 1,
  },
  pins: {
    name: '红树林限量徽章',
    description: '净滩满十场纪念款，一套三枚，首批限量。',
    category: 'other',
    pricePoints: 150,
    stock: 3,
    perPerson: 1,
  },
}

/** The others are stood for by their sort. */
const pictured = ['bag', 'vest', 'cup', 'calendar'] as const satisfies readonly ItemKey[]

/** Who had what, how many days ago, and whether it was picked up; the pins are gone by now. */
const orders: readonly { who: string; item: ItemKey; daysAgo: number; end?: 'picked-up' | 'cancelled' }[] = [
  { who: chen, item: 'bag', daysAgo: 62, end: 'picked-up' },
  { who: 'D0012', item: 'pins', daysAgo: 20, end: 'picked-up' },
  { who: 'D0020', item: 'pins', daysAgo: 19, end: 'picked-up' },
  { who: 'D0030', item: 'book', daysAgo: 12, end: 'cancelled' },
  { who: 'D0030', item: 'pins', daysAgo: 12 },
  { who: 'D0011', item: 'pouch', daysAgo: 6 },
  { who: chen, item: 'pouch', daysAgo: 2 },
]

/** Points that can be earned and spent: what operators offer, and what some people had for theirs. */
export function pointsAndShop(world: World): Moment[] {
  const itemIds = new Map<ItemKey, string>()
  const opened = addMinutes(world.now, -OPENED_DAYS_AGO * DAY_MINUTES)
  return [
    { at: opened, happens: () => offerTasks(world, addDays(shanghaiDay(opened), 1)) },
    { at: opened, happens: () => offerItems(world, itemIds, shanghaiDay(opened)) },
    ...orders.flatMap((order) => having(world, itemIds, order)),
  ]
}

async function offerTasks(world: World, fromOn: string): Promise<void> {
  for (const plan of tasks) {
    const body = { need: 1, timesADay: 1, timesInAll: null, untilOn: null, ...plan, fromOn }
    await handlers.createPointTask(await world.cast.as(keeper), { body })
  }
}

async function offerItems(world: World, itemIds: Map<ItemKey, string>, fromOn: string): Promise<void> {
  for (const [key, plan] of Object.entries(items)) {
    const name = pictured.find((one) => one === key)
    const pictureId = name === undefined ? null : await handIn(world, keeper, { name, purpose: 'item' })
    const { id } = await handlers.createShopItem(await world.cast.as(keeper), { body: { ...plan, pictureId, fromOn, untilOn: null } })
    itemIds.set(key as ItemKey, id)
  }
}

function having(world: World, itemIds: Map<ItemKey, string>, { who, item, daysAgo, end }: (typeof orders)[number]): Moment[] {
  const at = addMinutes(world.now, -daysAgo * DAY_MINUTES)
  let placed = { id: '', pickUpCode: '' as string | null }
  const place = async () => {
    const params = { shopItemId: itemIds.get(item) ?? '' }
    placed = await handlers.placeOrder(await world.cast.as(who), { params })
  }
  const handOver = async () => handlers.pickUpOrder(await world.cast.as(keeper), { params: { code: placed.pickUpCode ?? '' } })
  const giveBack = async () => handlers.cancelOrder(await world.cast.as(who), { params: { orderId: placed.id }, body: {} })
  const moments: Moment[] = [{ at, happens: place }]
  if (end === 'picked-up') moments.push({ at: addMinutes(at, DAY_MINUTES), happens: handOver })
  if (end === 'cancelled') moments.push({ at: addMinutes(at, 30), happens: giveBack })
  return moments
}
