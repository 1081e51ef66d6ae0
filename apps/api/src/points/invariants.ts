import type { Invariant } from '../ledger/index.ts'

/** What always holds between tasks, orders, stock and the points in the ledger. */
export const pointsInvariants: readonly Invariant[] = [
  {
    name: 'awards-are-journals',
    meaning: 'An award that is held stands in the ledger with its person, day and points by one journal in force, and nothing else does',
    sql: `SELECT COUNT(*) FROM (
      SELECT a.id FROM task_award a
      LEFT JOIN ledger_journal j ON j.id = a.journal_id AND j.kind = 'points-earned' AND j.source_id = a.id AND j.served_on = a.served_on
      LEFT JOIN ledger_journal r ON r.reverses = j.id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(a.employee_id, '/points')
      WHERE a.state = 'held' AND (j.id IS NULL OR r.id IS NOT NULL OR e.amount IS NULL OR e.amount <> a.points)
      UNION ALL
      SELECT j.id FROM ledger_journal j
      LEFT JOIN ledger_journal r ON r.reverses = j.id
      LEFT JOIN task_award a ON a.journal_id = j.id
      WHERE j.kind = 'points-earned' AND j.reverses IS NULL AND r.id IS NULL AND a.id IS NULL
    ) broken`,
  },
  {
    name: 'awards-follow-terms',
    meaning: 'An award brings the points of its task, for a day within its dates',
    sql: `SELECT COUNT(*) FROM task_award a JOIN point_task t ON t.id = a.task_id
      WHERE a.points <> t.points OR (a.state = 'held' AND (a.served_on < t.from_on OR a.served_on > LEAST(COALESCE(t.until_on, a.served_on), COALESCE(t.ended_on, a.served_on))))`,
  },
  {
    name: 'awards-within-caps',
    meaning: 'Nobody holds more awards of a task than it allows in all or on one day',
    sql: `SELECT COUNT(*) FROM (
      SELECT a.task_id FROM task_award a JOIN point_task t ON t.id = a.task_id WHERE a.state = 'held'
        GROUP BY a.task_id, a.employee_id, t.times_in_all, t.kind HAVING COUNT(*) > IF(t.kind = 'daily', COALESCE(t.times_in_all, COUNT(*)), 1)
      UNION ALL
      SELECT a.task_id FROM task_award a JOIN point_task t ON t.id = a.task_id WHERE a.state = 'held'
        GROUP BY a.task_id, a.employee_id, a.served_on, t.times_a_day HAVING COUNT(*) > t.times_a_day
    ) broken`,
  },
  {
    name: 'stock-is-accounted',
    meaning: 'What is left of an item is what came in, less the orders that were not cancelled',
    sql: `SELECT COUNT(*) FROM shop_item i
      LEFT JOIN (SELECT item_id, SUM(change_count) came FROM stock_change GROUP BY item_id) c ON c.item_id = i.id
      LEFT JOIN (SELECT item_id, COUNT(*) went FROM shop_order WHERE state <> 'cancelled' GROUP BY item_id) o ON o.item_id = i.id
      WHERE i.stock_left <> COALESCE(c.came, 0) - COALESCE(o.went, 0)`,
  },
  {
    name: 'orders-are-journals',
    meaning:
      'An order spent its price by one journal, and a cancelled one got it back by the reversal of that journal; no other points were spent',
    sql: `SELECT COUNT(*) FROM (
      SELECT o.id FROM shop_order o
      LEFT JOIN ledger_journal j ON j.id = o.journal_id AND j.kind = 'points-spent' AND j.source_id = o.id
      LEFT JOIN ledger_entry e ON e.journal_id = j.id AND e.account_id = CONCAT(o.employee_id, '/points')
      LEFT JOIN ledger_journal r ON r.reverses = o.journal_id
      WHERE j.id IS NULL OR e.amount IS NULL OR e.amount <> -o.price_points OR NOT (r.id <=> o.refund_id) OR (r.id IS NOT NULL AND r.kind <> 'points-refunded')
      UNION ALL
      SELECT j.id FROM ledger_journal j LEFT JOIN shop_order o ON o.journal_id = j.id OR o.refund_id = j.id
      WHERE j.kind IN ('points-spent', 'points-refunded') AND o.id IS NULL
    ) broken`,
  },
  {
    name: 'pick-up-second-person',
    meaning: 'An order was handed over by somebody else than its person',
    sql: `SELECT COUNT(*) FROM shop_order WHERE state = 'picked-up' AND ended_by = employee_id`,
  },
]
