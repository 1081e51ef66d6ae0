import { type Invariant, type Things, inArea, toldRows } from '../ledger/index.ts'

const awards: Things = { words: { zh: '个任务奖励', en: 'task awards' }, from: 'task_award' }
const items: Things = { words: { zh: '件商品', en: 'items of the shop' }, from: 'shop_item' }
const orders: Things = { words: { zh: '张兑换单', en: 'orders' }, from: 'shop_order' }
const pickedUp: Things = {
  words: { zh: '张已领取的兑换单', en: 'orders that were handed over' },
  from: "shop_order WHERE state = 'picked-up'",
}

/** What always holds between tasks, orders, stock and the points in the ledger. */
export const pointsInvariants: readonly Invariant[] = inArea('points', [
  {
    name: 'awards-are-journals',
    title: { zh: '奖励与凭证一一对应', en: 'Awards are journals' },
    meaning: {
      zh: '每个有效奖励都有一张有效凭证，人员、日期与积分相同；除此之外没有别的奖励凭证',
      en: 'An award that is held stands in the ledger with its person, day and points by one journal in force, and nothing else does',
    },
    things: awards,
    breach: 'facts-differ',
    broken: toldRows(`
      SELECT a.id, a.journal_id part, a.points expected, e.amount found FROM task_award a
      LEFT JOIN ledger_journal j ON j.id = a.journal_id AND j.kind = 'points-earned' AND j.source_id = a.id AND j.served_on = a.served_on
      LEFT JOIN ledger_journal r ON r.reverses = j.id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(a.employee_id, '/points')
      WHERE a.state = 'held' AND (j.id IS NULL OR r.id IS NOT NULL OR e.amount IS NULL OR e.amount <> a.points)
      UNION ALL
      SELECT j.id, j.source_id, NULL, NULL FROM ledger_journal j
      LEFT JOIN ledger_journal r ON r.reverses = j.id
      LEFT JOIN task_award a ON a.journal_id = j.id
      WHERE j.kind = 'points-earned' AND j.reverses IS NULL AND r.id IS NULL AND a.id IS NULL
    `),
  },
  {
    name: 'awards-follow-terms',
    title: { zh: '奖励符合任务规定', en: 'Awards follow their task' },
    meaning: {
      zh: '奖励的积分等于任务所定，日期在任务期内',
      en: 'An award brings the points of its task, for a day within its dates',
    },
    things: awards,
    breach: 'off-policy',
    broken: {
      id: 'a.id',
      part: "CONCAT(a.task_id, IF(a.points <> t.points, ' points', ' served_on'))",
      expected:
        "IF(a.points <> t.points, t.points, CONCAT(t.from_on, '–', COALESCE(LEAST(COALESCE(t.until_on, t.ended_on), COALESCE(t.ended_on, t.until_on)), '')))",
      found: 'IF(a.points <> t.points, a.points, a.served_on)',
      from: `task_award a JOIN point_task t ON t.id = a.task_id
      WHERE a.points <> t.points OR (a.state = 'held' AND (a.served_on < t.from_on OR a.served_on > LEAST(COALESCE(t.until_on, a.served_on), COALESCE(t.ended_on, a.served_on))))`,
    },
  },
  {
    name: 'awards-within-caps',
    title: { zh: '奖励不超次数', en: 'Awards are within caps' },
    meaning: {
      zh: '没有人得到的奖励超过任务允许的总次数或每日次数',
      en: 'Nobody holds more awards of a task than it allows in all or on one day',
    },
    things: awards,
    breach: 'off-policy',
    broken: toldRows(`
      SELECT a.task_id id, a.employee_id part, IF(t.kind = 'daily', t.times_in_all, 1) expected, COUNT(*) found
        FROM task_award a JOIN point_task t ON t.id = a.task_id WHERE a.state = 'held'
        GROUP BY a.task_id, a.employee_id, t.times_in_all, t.kind HAVING COUNT(*) > IF(t.kind = 'daily', COALESCE(t.times_in_all, COUNT(*)), 1)
      UNION ALL
      SELECT a.task_id, CONCAT(a.employee_id, ' ', a.served_on), t.times_a_day, COUNT(*) FROM task_award a JOIN point_task t ON t.id = a.task_id WHERE a.state = 'held'
        GROUP BY a.task_id, a.employee_id, a.served_on, t.times_a_day HAVING COUNT(*) > t.times_a_day
    `),
  },
  {
    name: 'stock-is-accounted',
    title: { zh: '库存有据', en: 'Stock is accounted for' },
    meaning: {
      zh: '商品余量等于历次入库减去未取消的兑换',
      en: 'What is left of an item is what came in, less the orders that were not cancelled',
    },
    things: items,
    breach: 'facts-differ',
    broken: {
      id: 'i.id',
      part: "'stock_left'",
      expected: 'COALESCE(c.came, 0) - COALESCE(o.went, 0)',
      found: 'i.stock_left',
      from: `shop_item i
      LEFT JOIN (SELECT item_id, SUM(change_count) came FROM stock_change GROUP BY item_id) c ON c.item_id = i.id
      LEFT JOIN (SELECT item_id, COUNT(*) went FROM shop_order WHERE state <> 'cancelled' GROUP BY item_id) o ON o.item_id = i.id
      WHERE i.stock_left <> COALESCE(c.came, 0) - COALESCE(o.went, 0)`,
    },
  },
  {
    name: 'orders-are-journals',
    title: { zh: '兑换与凭证一一对应', en: 'Orders are journals' },
    meaning: {
      zh: '每张兑换单以一张凭证扣除其价格，取消的以冲正退还；除此之外没有别的积分支出',
      en: 'An order spent its price by one journal, and a cancelled one got it back by the reversal of that journal; no other points were spent',
    },
    things: orders,
    breach: 'facts-differ',
    broken: toldRows(`
      SELECT o.id, o.journal_id part, -o.price_points expected, e.amount found FROM shop_order o
      LEFT JOIN ledger_journal j ON j.id = o.journal_id AND j.kind = 'points-spent' AND j.source_id = o.id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(o.employee_id, '/points')
      LEFT JOIN ledger_journal r ON r.reverses = o.journal_id
      WHERE j.id IS NULL OR e.amount IS NULL OR e.amount <> -o.price_points OR NOT (r.id <=> o.refund_id) OR (r.id IS NOT NULL AND r.kind <> 'points-refunded')
      UNION ALL
      SELECT j.id, j.source_id, NULL, NULL FROM ledger_journal j LEFT JOIN shop_order o ON o.journal_id = j.id OR o.refund_id = j.id
      WHERE j.kind IN ('points-spent', 'points-refunded') AND o.id IS NULL
    `),
  },
  {
    name: 'pick-up-second-person',
    title: { zh: '领取须由他人核销', en: 'Handed over by somebody else' },
    meaning: {
      zh: '兑换品由本人以外的人交付',
      en: 'An order was handed over by somebody else than its person',
    },
    things: pickedUp,
    breach: 'own-deed',
    broken: {
      id: 'id',
      part: "'ended_by'",
      found: 'employee_id',
      from: "shop_order WHERE state = 'picked-up' AND ended_by = employee_id",
    },
  },
])
