import type { Invariant } from '../ledger/index.ts'

/** What holds of places and queues, whoever signed up, cancelled or changed them. */
export const seatInvariants: readonly Invariant[] = [
  {
    name: 'seats-are-rows',
    meaning: 'A session counts as many confirmed and waiting people as it has, and never more confirmed than places',
    sql: `SELECT COUNT(*) FROM seat LEFT JOIN
       (SELECT session_id, SUM(state = 'confirmed') taken, SUM(state = 'waitlisted') waiting, MAX(number) last_number, MAX(promotion) last_promotion
          FROM signup GROUP BY session_id) s ON s.session_id = seat.session_id
      WHERE seat.taken <> COALESCE(s.taken, 0) OR seat.waiting <> COALESCE(s.waiting, 0) OR seat.taken > seat.capacity
         OR seat.last_number <> COALESCE(s.last_number, 0) OR seat.last_promotion <> COALESCE(s.last_promotion, 0)`,
  },
  {
    name: 'no-idle-seat',
    meaning: 'No place is free while somebody waits',
    sql: 'SELECT COUNT(*) FROM seat WHERE waiting > 0 AND (capacity IS NULL OR taken < capacity)',
  },
  {
    name: 'promoted-in-order',
    meaning: 'People came from the queue in the order in which they had joined it',
    sql: `SELECT COUNT(*) FROM
       (SELECT number, LAG(number) OVER (PARTITION BY session_id ORDER BY promotion) before_it FROM signup WHERE promotion IS NOT NULL) p
      WHERE before_it > number`,
  },
  {
    name: 'nobody-overtaken',
    meaning: 'Nobody who waits was overtaken by a later arrival',
    sql: `SELECT COUNT(*) FROM signup w JOIN
       (SELECT session_id, MAX(number) last FROM signup WHERE promotion IS NOT NULL GROUP BY session_id) p ON p.session_id = w.session_id
      WHERE w.state = 'waitlisted' AND w.number < p.last`,
  },
]
