import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMinutes,
  isBefore,
  minutesBetween,
  overlapMinutes,
  overlaps,
  shanghaiClock,
  shanghaiDay,
  shanghaiInstant,
  spokenTime,
  startOfShanghaiDay,
} from './time.ts'

const at = (clock: string) => `2026-11-20T${clock}:00.000Z`
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })

describe('Shanghai days', () => {
  it('begin at 16:00 of the day before in UTC', () => {
    expect(shanghaiDay('2026-11-19T15:59:59.999Z')).toBe('2026-11-19')
    expect(shanghaiDay('2026-11-19T16:00:00.000Z')).toBe('2026-11-20')
    expect(startOfShanghaiDay('2026-11-20').toISOString()).toBe('2026-11-19T16:00:00.000Z')
  })

  it('turn with the year in Shanghai, not in UTC', () => {
    expect(shanghaiDay('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
  })

  it('are read from the wall clock and back', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2022-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (instant) => {
        const { hour, minute } = shanghaiClock(instant)
        const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        const sinceMinute = instant.getTime() - shanghaiInstant(shanghaiDay(instant), clock).getTime()
        expect(sinceMinute).toBeGreaterThanOrEqual(0)
        expect(sinceMinute).toBeLessThan(60_000)
      }),
    )
  })

  it('know leap days and the ends of months', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  })
})

describe('minutes', () => {
  it('are whole and rounded down', () => {
    expect(minutesBetween(at('06:00'), '2026-11-20T06:59:59.999Z')).toBe(59)
    expect(minutesBetween(at('06:00'), at('07:00'))).toBe(60)
    expect(minutesBetween(at('06:00'), '2026-11-20T05:59:59.999Z')).toBe(-1)
  })

  it('move an instant, given as a Date or as text', () => {
    expect(addMinutes(at('23:30'), 45).toISOString()).toBe('2026-11-21T00:15:00.000Z')
    expect(addMinutes(new Date(at('06:00')), -30).toISOString()).toBe(at('05:30'))
  })

  it('are before one another only by a real difference', () => {
    expect(isBefore(at('06:00'), at('06:00'))).toBe(false)
    expect(isBefore(new Date(at('06:00')), '2026-11-20T06:00:00.001Z')).toBe(true)
  })
})

describe('spans', () => {
  it.each([
    { name: 'one after the other, ends touching', a: span('06:00', '09:00'), b: span('09:00', '11:00'), shared: 0 },
    { name: 'apart', a: span('06:00', '07:00'), b: span('09:00', '11:00'), shared: 0 },
    { name: 'overlapping', a: span('06:00', '09:00'), b: span('08:30', '11:00'), shared: 30 },
    { name: 'one within the other', a: span('06:00', '11:00'), b: span('07:00', '08:00'), shared: 60 },
    { name: 'the same', a: span('06:00', '09:00'), b: span('06:00', '09:00'), shared: 180 },
  ])('$name share $shared minutes, seen from either side', ({ a, b, shared }) => {
    expect([overlapMinutes(a, b), overlapMinutes(b, a)]).toEqual([shared, shared])
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([shared > 0, shared > 0])
  })

  it('overlap by the last millisecond, though they share no whole minute', () => {
    const late = { startsAt: '2026-11-20T08:59:59.999Z', endsAt: at('11:00') }
    expect(overlaps(span('06:00', '09:00'), late)).toBe(true)
    expect(overlapMinutes(span('06:00', '09:00'), late)).toBe(0)
  })
})

describe('spokenTime', () => {
  it('says day, weekday and clock of Shanghai in both languages', () => {
    expect(spokenTime('2026-11-20T06:00:00.000Z', 'zh')).toBe('11月20日 周五 14:00')
    expect(spokenTime('2026-11-20T16:05:00.000Z', 'en')).toBe('Sat 21 Nov 00:05')
  })
})
