import { describe, expect, it } from 'vitest'
import {
  type OrderFacts,
  PICK_UP_ALPHABET,
  type TaskTerms,
  awardChanges,
  awardsEarned,
  canCreateTask,
  canEndOrder,
  canOrder,
  lastDayOf,
  pickUpQr,
  readPickUpCode,
  spokenPickUpCode,
} from './rules.ts'

const task: TaskTerms = {
  kind: 'one-off',
  need: 1,
  timesADay: 1,
  timesInAll: null,
  fromOn: '2026-11-01',
  untilOn: '2026-11-30',
  endedOn: null,
}
const on = (day: string, amount = 1) => ({ day, amount })
const periods = (terms: Partial<TaskTerms>, ...facts: { day: string; amount: number }[]) =>
  awardsEarned({ ...task, ...terms }, facts).map(({ period, servedOn }) => `${period} ${servedOn}`)

describe('awardsEarned', () => {
  it('counts facts from the first day to the last, and none outside', () => {
    expect(periods({}, on('2026-10-31'))).toEqual([])
    expect(periods({}, on('2026-11-01'))).toEqual(['once 2026-11-01'])
    expect(periods({}, on('2026-11-30'))).toEqual(['once 2026-11-30'])
    expect(periods({}, on('2026-12-01'))).toEqual([])
    expect(periods({ endedOn: '2026-11-10' }, on('2026-11-10'))).toEqual(['once 2026-11-10'])
    expect(periods({ endedOn: '2026-11-10' }, on('2026-11-11'))).toEqual([])
    expect(periods({ untilOn: null }, on('2027-11-11'))).toEqual(['once 2027-11-11'])
  })

  it('earns a one-off once, however often it was done', () => {
    expect(periods({}, on('2026-11-05', 3), on('2026-11-04'))).toEqual(['once 2026-11-04'])
  })

  it('earns a milestone on the day it is reached', () => {
    const milestone = { kind: 'milestone' as const, need: 600 }
    expect(periods(milestone, on('2026-11-02', 420), on('2026-11-03', 179))).toEqual([])
    expect(periods(milestone, on('2026-11-02', 420), on('2026-11-03', 179), on('2026-11-09', 1))).toEqual(['once 2026-11-09'])
  })

  it('earns a daily task each day, as often as a day allows, up to its cap', () => {
    const daily = { kind: 'daily' as const }
    expect(periods(daily, on('2026-11-02', 2), on('2026-11-03'))).toEqual(['2026-11-02/1 2026-11-02', '2026-11-03/1 2026-11-03'])
    expect(periods({ ...daily, timesADay: 2 }, on('2026-11-02', 3))).toEqual(['2026-11-02/1 2026-11-02', '2026-11-02/2 2026-11-02'])
    expect(periods({ ...daily, timesInAll: 1 }, on('2026-11-03'), on('2026-11-02'))).toEqual(['2026-11-02/1 2026-11-02'])
  })
})

describe('awardChanges', () => {
  const earned = [{ period: 'once', servedOn: '2026-11-02' }]
  const award = (state: 'held' | 'taken-back', period = 'once') => ({ period, servedOn: '2026-11-02', state })
  const changes = (...awards: ReturnType<typeof award>[]) => awardChanges(earned, awards).map(({ period, change }) => `${period} ${change}`)

  it('gives what is due, restores what is due again, and changes nothing when told twice', () => {
    expect(changes()).toEqual(['once given'])
    expect(changes(award('taken-back'))).toEqual(['once restored'])
    expect(changes(award('held'))).toEqual([])
  })

  it('takes back what the facts earn no more', () => {
    expect(changes(award('held'), award('held', '2026-11-03/1'), award('taken-back', '2026-11-04/1'))).toEqual(['2026-11-03/1 taken-back'])
  })
})

describe('lastDayOf', () => {
  it('is the earlier of the end that was set and the end it was given', () => {
    expect(lastDayOf({ untilOn: null, endedOn: null })).toBe(null)
    expect(lastDayOf({ untilOn: '2026-11-30', endedOn: null })).toBe('2026-11-30')
    expect(lastDayOf({ untilOn: null, endedOn: '2026-11-20' })).toBe('2026-11-20')
    expect(lastDayOf({ untilOn: '2026-11-30', endedOn: '2026-11-20' })).toBe('2026-11-20')
    expect(lastDayOf({ untilOn: '2026-11-10', endedOn: '2026-11-20' })).toBe('2026-11-10')
  })
})

describe('canCreateTask', () => {
  const wish = { kind: 'daily' as const, fact: 'checked-in' as const, fromOn: '2026-11-21', untilOn: null as string | null }
  const codeOf = (change: Partial<Parameters<typeof canCreateTask>[0]>) => {
    const verdict = canCreateTask({ ...wish, ...change }, '2026-11-20')
    return verdict.ok ? 'allowed' : verdict.code
  }

  it('begins tomorrow at the earliest and never ends before it begins', () => {
    expect(codeOf({})).toBe('allowed')
    expect(codeOf({ fromOn: '2026-11-20' })).toBe('point-task-too-early')
    expect(codeOf({ untilOn: '2026-11-21' })).toBe('allowed')
    expect(codeOf({ untilOn: '2026-11-20' })).toBe('days-reversed')
  })

  it('rewards a fact only in a way that makes sense of it', () => {
    expect(codeOf({ fact: 'wechat-bound' })).toBe('point-task-fact')
    expect(codeOf({ fact: 'wechat-bound', kind: 'one-off' })).toBe('allowed')
    expect(codeOf({ fact: 'minutes-served', kind: 'one-off' })).toBe('point-task-fact')
    expect(codeOf({ fact: 'minutes-served', kind: 'milestone' })).toBe('allowed')
  })
})

describe('canOrder', () => {
  const facts: OrderFacts = {
    today: '2026-11-20',
    item: { name: '帆布袋', state: 'on-sale', fromOn: '2026-11-20', untilOn: '2026-11-20', pricePoints: 60, stockLeft: 1, perPerson: 1 },
    mine: { points: 60, orders: 0 },
  }
  const refusalOf = (item: Partial<OrderFacts['item']>, mine: Partial<OrderFacts['mine']> = {}, today = facts.today) => {
    const verdict = canOrder({ today, item: { ...facts.item, ...item }, mine: { ...facts.mine, ...mine } })
    return verdict.ok ? 'allowed' : verdict
  }

  it('allows the last one to whoever has just enough, on the only day', () => {
    expect(refusalOf({})).toBe('allowed')
  })

  it('keeps the dates and says from when', () => {
    expect(refusalOf({ fromOn: '2026-11-21', untilOn: null })).toMatchObject({ code: 'item-not-on-sale', data: { fromOn: '2026-11-21' } })
    expect(refusalOf({}, {}, '2026-11-21')).toMatchObject({ code: 'item-not-on-sale', data: { fromOn: null } })
    expect(refusalOf({ state: 'withdrawn' })).toMatchObject({ code: 'item-not-on-sale', data: { fromOn: null } })
  })

  it('keeps the limit, the stock and the balance, and names wanted and available', () => {
    expect(refusalOf({}, { orders: 1 })).toMatchObject({ code: 'order-limit', data: { perPerson: 1 } })
    expect(refusalOf({ perPerson: null }, { orders: 9 })).toBe('allowed')
    expect(refusalOf({ stockLeft: 0 })).toMatchObject({ code: 'item-sold-out' })
    expect(refusalOf({}, { points: 59 })).toMatchObject({ code: 'points-insufficient', data: { wanted: 60, available: 59 } })
    expect(refusalOf({}, { points: -20 })).toMatchObject({ data: { wanted: 60, available: 0 } })
  })
})

describe('canEndOrder', () => {
  const at = '2026-11-20T06:00:00.000Z'
  it('ends an order once and says how it ended', () => {
    expect(canEndOrder({ state: 'placed', endedAt: null }).ok).toBe(true)
    expect(canEndOrder({ state: 'picked-up', endedAt: at })).toMatchObject({ code: 'order-picked-up', data: { pickedUpAt: at } })
    expect(canEndOrder({ state: 'cancelled', endedAt: at })).toMatchObject({ code: 'order-cancelled', data: { cancelledAt: at } })
  })
})

describe('a pick-up code', () => {
  it('is read as scanned, as spoken and as typed in small letters', () => {
    for (const words of ['K7RM4XPW', 'k7rm-4xpw', ' K7RM 4XPW ', pickUpQr('K7RM4XPW')]) expect(readPickUpCode(words)).toBe('K7RM4XPW')
    expect(spokenPickUpCode('K7RM4XPW')).toBe('K7RM-4XPW')
  })

  it('is nothing else', () => {
    for (const words of ['', 'K7RM4XP', 'K7RM4XPWW', 'O7RM4XPW', 'YJ1.0D3K9X2M4Q7RT.I.58213377']) expect(readPickUpCode(words)).toBe(null)
    expect(PICK_UP_ALPHABET).not.toMatch(/[01ILOU]/)
  })
})
