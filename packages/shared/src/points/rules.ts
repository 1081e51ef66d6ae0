import { addDays } from '../kernel/time.ts'
import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

/** Real facts a point task may reward; each is read from where it happened, never from a message. */
export const pointFacts = [
  'signup-confirmed',
  'checked-in',
  'session-served',
  'minutes-served',
  'credit-given',
  'gift-matched',
  'wechat-bound',
] as const
export type PointFact = (typeof pointFacts)[number]

export const pointTaskKinds = ['one-off', 'daily', 'milestone'] as const
export type PointTaskKind = (typeof pointTaskKinds)[number]

/** What can be done once, every day, or so many times: minutes only add up, an account is bound once. */
export const factsOfKind: Record<PointTaskKind, readonly PointFact[]> = {
  'one-off': ['signup-confirmed', 'checked-in', 'session-served', 'credit-given', 'gift-matched', 'wechat-bound'],
  daily: ['signup-confirmed', 'checked-in', 'session-served'],
  milestone: ['signup-confirmed', 'checked-in', 'session-served', 'minutes-served', 'credit-given', 'gift-matched'],
}

export interface TaskTerms {
  kind: PointTaskKind
  /** So much of the fact; 1 unless it is a milestone. */
  need: number
  timesADay: number
  /** For one person; null for no limit. */
  timesInAll: number | null
  fromOn: string
  untilOn: string | null
  /** Last day that counts of a task that was ended. */
  endedOn: string | null
}

/** So much of a fact on one day in Shanghai. */
export interface FactDay {
  day: string
  amount: number
}

export interface Earned {
  /** `once`, or the day and the number within it: a task is awarded once for each. */
  period: string
  /** The day of the fact that completed it. */
  servedOn: string
}

/** The last day that counts; null while no end is set. */
export function lastDayOf({ untilOn, endedOn }: Pick<TaskTerms, 'untilOn' | 'endedOn'>): string | null {
  if (untilOn === null || endedOn === null) return endedOn ?? untilOn
  return untilOn < endedOn ? untilOn : endedOn
}

/** The facts inside the dates of a task, in order of days. */
export function factsWithin(task: TaskTerms, facts: readonly FactDay[]): FactDay[] {
  const lastOn = lastDayOf(task)
  return facts
    .filter(({ day, amount }) => amount > 0 && day >= task.fromOn && (lastOn === null || day <= lastOn))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** All that the facts earn by the terms of a task, whatever was awarded so far. */
export function awardsEarned(task: TaskTerms, facts: readonly FactDay[]): Earned[] {
  const within = factsWithin(task, facts)
  if (task.kind !== 'daily') return reached(task.need, within)
  const earned = within.flatMap(({ day, amount }) =>
    Array.from({ length: Math.min(amount, task.timesADay) }, (_, at) => ({ period: `${day}/${at + 1}`, servedOn: day })),
  )
  return task.timesInAll === null ? earned : earned.slice(0, task.timesInAll)
}

function reached(need: number, facts: readonly FactDay[]): Earned[] {
  let have = 0
  for (const { day, amount } of facts) {
    have += amount
    if (have >= need) return [{ period: 'once', servedOn: day }]
  }
  return []
}

export interface AwardChange extends Earned {
  change: 'given' | 'restored' | 'taken-back'
}

/** What must change of the awards a person holds, so that they are those the facts earn. */
export function awardChanges(earned: readonly Earned[], awards: readonly (Earned & { state: 'held' | 'taken-back' })[]): AwardChange[] {
  const due = earned.flatMap(({ period, servedOn }): AwardChange[] => {
    const mine = awards.find((award) => award.period === period)
    if (mine === undefined) return [{ period, servedOn, change: 'given' }]
    return mine.state === 'held' ? [] : [{ period, servedOn: mine.servedOn, change: 'restored' }]
  })
  const undue = awards.flatMap(({ period, servedOn, state }): AwardChange[] =>
    state === 'held' && !earned.some((one) => one.period === period) ? [{ period, servedOn, change: 'taken-back' }] : [],
  )
  return [...undue, ...due]
}

export type PointTaskRefusal = 'point-task-fact' | 'point-task-too-early' | 'days-reversed'

/** A task begins tomorrow at the earliest, so that nobody's deed of today is passed over. */
export function canCreateTask(
  { kind, fact, fromOn, untilOn }: Pick<TaskTerms, 'kind' | 'fromOn' | 'untilOn'> & { fact: PointFact },
  today: string,
): Verdict<PointTaskRefusal> {
  const earliest = addDays(today, 1)
  return firstRefusal<PointTaskRefusal>(
    factsOfKind[kind].includes(fact) ? allowed : refused('point-task-fact', { kind, fact }),
    fromOn >= earliest ? allowed : refused('point-task-too-early', { fromOn, earliest }),
    daysInOrder(fromOn, untilOn),
  )
}

export function daysInOrder(fromOn: string, untilOn: string | null): Verdict<'days-reversed'> {
  return untilOn === null || untilOn >= fromOn ? allowed : refused('days-reversed', { fromOn, untilOn })
}

export interface OrderFacts {
  /** In Shanghai. */
  today: string
  item: {
    name: string
    state: 'on-sale' | 'withdrawn'
    fromOn: string
    untilOn: string | null
    pricePoints: number
    stockLeft: number
    perPerson: number | null
  }
  /** What the person has: points, and orders of this item that were not cancelled. */
  mine: { points: number; orders: number }
}

export type OrderRefusal = 'item-not-on-sale' | 'order-limit' | 'item-sold-out' | 'points-insufficient'

/** Whether one more of an item may be had now. */
export function canOrder({ today, item, mine }: OrderFacts): Verdict<OrderRefusal> {
  const { name, fromOn, untilOn, perPerson } = item
  const onSale = item.state === 'on-sale' && today >= fromOn && (untilOn === null || today <= untilOn)
  return firstRefusal<OrderRefusal>(
    onSale ? allowed : refused('item-not-on-sale', { name, fromOn: item.state === 'on-sale' && today < fromOn ? fromOn : null }),
    perPerson === null || mine.orders < perPerson ? allowed : refused('order-limit', { name, perPerson }),
    item.stockLeft > 0 ? allowed : refused('item-sold-out', { name }),
    mine.points >= item.pricePoints
      ? allowed
      : refused('points-insufficient', { wanted: item.pricePoints, available: Math.max(0, mine.points) }),
  )
}

export interface OrderEnd {
  state: 'placed' | 'picked-up' | 'cancelled'
  endedAt: string | null
}

export type OrderEndRefusal = 'order-picked-up' | 'order-cancelled'

/** An order ends once: handed over or cancelled. */
export function canEndOrder({ state, endedAt }: OrderEnd): Verdict<OrderEndRefusal> {
  if (state === 'placed') return allowed
  return state === 'picked-up' ? refused('order-picked-up', { pickedUpAt: endedAt }) : refused('order-cancelled', { cancelledAt: endedAt })
}

/** Digits and capitals that nobody mistakes for each other when read aloud or typed. */
export const PICK_UP_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const PICK_UP_LENGTH = 8
const PREFIX = 'YJP1.'

/** What the QR image of a pick-up code (领取码) says. */
export function pickUpQr(code: string): string {
  return `${PREFIX}${code}`
}

/** A code as it was scanned or typed, with or without its dash; null for anything else. */
export function readPickUpCode(words: string): string | null {
  const plain = words.trim().toUpperCase()
  const code = (plain.startsWith(PREFIX) ? plain.slice(PREFIX.length) : plain).replace(/[\s-]/g, '')
  return code.length === PICK_UP_LENGTH && [...code].every((letter) => PICK_UP_ALPHABET.includes(letter)) ? code : null
}

/** `ABCD-2345`, as people read it. */
export function spokenPickUpCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
