import { describe, expect, it } from 'vitest'
import { isQuiet, remindsNow, reminderTimes, sendAt } from './rules.ts'

const quiet = { quietFromHour: 22, quietUntilHour: 8 }
/** On a clock in Shanghai. */
const at = (day: number, clock: string) => new Date(`2026-11-${day}T${clock}:00.000+08:00`)

describe('quiet hours', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['03:00', true],
    ['07:59', true],
    ['08:00', false],
  ])('at %s: %s', (clock, expected) => expect(isQuiet(at(20, clock), quiet)).toBe(expected))

  it('may lie within a day, or not exist', () => {
    expect(isQuiet(at(20, '13:00'), { quietFromHour: 12, quietUntilHour: 14 })).toBe(true)
    expect(isQuiet(at(20, '15:00'), { quietFromHour: 12, quietUntilHour: 14 })).toBe(false)
    expect(isQuiet(at(20, '03:00'), { quietFromHour: 0, quietUntilHour: 0 })).toBe(false)
  })

  it('hold messages back until the morning', () => {
    const send = (now: Date) => sendAt('hours-issued', { now, begins: null, quiet })
    expect(send(at(20, '12:00'))).toEqual(at(20, '12:00'))
    expect(send(at(20, '23:30'))).toEqual(at(21, '08:00'))
    expect(send(at(20, '02:00'))).toEqual(at(20, '08:00'))
  })

  it('do not hold back what would come too late', () => {
    const now = at(20, '23:30')
    expect(sendAt('session-cancelled', { now, begins: at(21, '08:30'), quiet })).toEqual(now)
    expect(sendAt('session-cancelled', { now, begins: at(21, '09:30'), quiet })).toEqual(at(21, '08:00'))
    expect(sendAt('hours-issued', { now, begins: at(21, '08:30'), quiet })).toEqual(at(21, '08:00'))
  })
})

describe('reminderTimes', () => {
  it('are those that still lie ahead, each once', () => {
    expect(reminderTimes(at(22, '14:00'), [4320, 1440, 1440], at(20, '10:00'))).toEqual([{ dueAt: at(21, '14:00'), minutesBefore: 1440 }])
    expect(reminderTimes(at(22, '14:00'), [], at(20, '10:00'))).toEqual([])
  })
})

describe('a reminder that comes late', () => {
  const begins = at(20, '14:00')
  const reminds = (minutesBefore: number, now: Date) => remindsNow(begins, minutesBefore, [4320, 1440], now)

  it('speaks as long as no nearer one is due', () => {
    expect(reminds(4320, at(17, '14:00'))).toBe(true)
    expect(reminds(4320, at(19, '13:59'))).toBe(true)
    expect([reminds(4320, at(19, '14:00')), reminds(1440, at(19, '14:00'))]).toEqual([false, true])
  })

  it('is silent once the session has begun', () => {
    expect(reminds(1440, at(20, '13:59'))).toBe(true)
    expect(reminds(1440, begins)).toBe(false)
  })
})
