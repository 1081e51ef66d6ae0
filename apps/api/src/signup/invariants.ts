import { type Invariant, type Things, inArea } from '../ledger/index.ts'

const sessions: Things = { words: { zh: '个场次', en: 'sessions' }, from: 'seat' }
const promoted: Things = {
  words: { zh: '位由候补递补的人', en: 'people who came from the queue' },
  from: 'signup WHERE promotion IS NOT NULL',
}
const waiting: Things = { words: { zh: '位候补中的人', en: 'people who wait' }, from: "signup WHERE state = 'waitlisted'" }

/** What holds of places and queues, whoever signed up, cancelled or changed them. */
export const seatInvariants: readonly Invariant[] = inArea('seats', [
  {
    name: 'seats-are-rows',
    title: { zh: '名额与名单一致', en: 'Places are rows' },
    meaning: {
      zh: '每个场次的已确认、候补人数与名单一致，确认人数不超过名额',
      en: 'A session counts as many confirmed and waiting people as it has, and never more confirmed than places',
    },
    things: sessions,
    breach: 'queue-off',
    broken: {
      id: 'seat.session_id',
      part: `CASE WHEN seat.taken <> COALESCE(s.taken, 0) THEN 'taken' WHEN seat.waiting <> COALESCE(s.waiting, 0) THEN 'waiting'
        WHEN seat.last_number <> COALESCE(s.last_number, 0) THEN 'last_number'
        WHEN seat.last_promotion <> COALESCE(s.last_promotion, 0) THEN 'last_promotion' ELSE 'capacity' END`,
      expected: `CASE WHEN seat.taken <> COALESCE(s.taken, 0) THEN COALESCE(s.taken, 0) WHEN seat.waiting <> COALESCE(s.waiting, 0) THEN COALESCE(s.waiting, 0)
        WHEN seat.last_number <> COALESCE(s.last_number, 0) THEN COALESCE(s.last_number, 0)
        WHEN seat.last_promotion <> COALESCE(s.last_promotion, 0) THEN COALESCE(s.last_promotion, 0) ELSE CONCAT('>= ', seat.taken) END`,
      found: `CASE WHEN seat.taken <> COALESCE(s.taken, 0) THEN seat.taken WHEN seat.waiting <> COALESCE(s.waiting, 0) THEN seat.waiting
        WHEN seat.last_number <> COALESCE(s.last_number, 0) THEN seat.last_number
        WHEN seat.last_promotion <> COALESCE(s.last_promotion, 0) THEN seat.last_promotion ELSE seat.capacity END`,
      from: `seat LEFT JOIN
       (SELECT session_id, SUM(state = 'confirmed') taken, SUM(state = 'waitlisted') waiting, MAX(number) last_number, MAX(promotion) last_promotion
          FROM signup GROUP BY session_id) s ON s.session_id = seat.session_id
      WHERE seat.taken <> COALESCE(s.taken, 0) OR seat.waiting <> COALESCE(s.waiting, 0) OR seat.taken > seat.capacity
         OR seat.last_number <> COALESCE(s.last_number, 0) OR seat.last_promotion <> COALESCE(s.last_promotion, 0)`,
    },
  },
  {
    name: 'no-idle-seat',
    title: { zh: '有人候补就没有空位', en: 'No idle place' },
    meaning: {
      zh: '有人候补时没有空着的名额',
      en: 'No place is free while somebody waits',
    },
    things: sessions,
    breach: 'queue-off',
    broken: {
      id: 'session_id',
      part: "'taken'",
      expected: 'capacity',
      found: 'taken',
      from: 'seat WHERE waiting > 0 AND (capacity IS NULL OR taken < capacity)',
    },
  },
  {
    name: 'promoted-in-order',
    title: { zh: '按顺序递补', en: 'Promoted in order' },
    meaning: {
      zh: '递补的先后与加入候补的先后一致',
      en: 'People came from the queue in the order in which they had joined it',
    },
    things: promoted,
    breach: 'queue-off',
    broken: {
      id: 'id',
      part: 'session_id',
      expected: "CONCAT('> ', before_it)",
      found: 'number',
      from: `(SELECT id, session_id, number, LAG(number) OVER (PARTITION BY session_id ORDER BY promotion) before_it FROM signup WHERE promotion IS NOT NULL) p
      WHERE before_it > number`,
    },
  },
  {
    name: 'nobody-overtaken',
    title: { zh: '没有人被插队', en: 'Nobody was overtaken' },
    meaning: {
      zh: '仍在候补的人没有被后来者越过',
      en: 'Nobody who waits was overtaken by a later arrival',
    },
    things: waiting,
    breach: 'queue-off',
    broken: {
      id: 'w.id',
      part: 'w.session_id',
      expected: "CONCAT('> ', p.last)",
      found: 'w.number',
      from: `signup w JOIN
       (SELECT session_id, MAX(number) last FROM signup WHERE promotion IS NOT NULL GROUP BY session_id) p ON p.session_id = w.session_id
      WHERE w.state = 'waitlisted' AND w.number < p.last`,
    },
  },
])
