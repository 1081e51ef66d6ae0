import { describe, expect, it } from 'vitest'
import {
  clockTime,
  count,
  dayText,
  duration,
  hours,
  hoursText,
  keepFigures,
  keepTogether,
  midSentence,
  moment,
  shortDuration,
  span,
  yuan,
  yuanBig,
  yuanChange,
  yuanParts,
  yuanShort,
  yuanShortParts,
} from './format'

const now = '2026-11-20T06:02:00.000Z'

describe('figures', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [27_000, '27,000'],
    [-1_330, '−1,330'],
  ])('groups %d as %s', (value, written) => expect(count(value)).toBe(written))

  it.each([
    [2190, '36.5'],
    [60, '1'],
    [0, '0'],
    [2, '0'],
    [3, '0.1'],
    [8_100_000, '135,000'],
    [-90, '−1.5'],
  ])('shows %d minutes as %s hours', (minutes, written) => expect(hours(minutes)).toBe(written))

  it('puts the unit after the hours', () => {
    expect(hoursText(2190, 'zh')).toBe('36.5\u2009小时')
    expect(hoursText(60, 'en')).toBe('1 hour')
    expect(hoursText(90, 'en')).toBe('1.5 hours')
  })

  it('says a duration to the minute', () => {
    expect(duration(30, 'zh')).toBe('30\u2009分钟')
    expect(duration(120, 'zh')).toBe('2\u2009小时')
    expect(duration(150, 'en')).toBe('2 h 30 min')
  })
})

it('says a duration as short as it stays exact', () => {
  expect(shortDuration(150, 'zh')).toBe('2.5\u2009小时')
  expect(shortDuration(140, 'zh')).toBe('2\u2009小时 20\u2009分钟')
  expect(shortDuration(30, 'en')).toBe('30 min')
})

describe('money', () => {
  it('shows fen as yuan to the fen', () => {
    expect(yuan(160_000)).toBe('¥1,600.00')
    expect(yuan(5)).toBe('¥0.05')
    expect(yuan(-50_050)).toBe('−¥500.50')
    expect(yuanParts(160_000)).toEqual({ sign: '¥', value: '1,600', decimals: '.00' })
  })

  it('leaves out fen that are not there', () => {
    expect(yuanShort(30_000)).toBe('¥300')
    expect(yuanShort(30_001)).toBe('¥300.01')
    expect(yuanShortParts(30_000)).toEqual({ sign: '¥', value: '300' })
    expect(yuanShortParts(229_999)).toEqual({ sign: '¥', value: '2,299', decimals: '.99' })
  })

  it('signs a change of a balance', () => {
    expect(yuanChange(30_000)).toBe('+300.00')
    expect(yuanChange(-50_000)).toBe('−500.00')
  })

  it.each([
    [855_000_000, '¥855\u2009万', '¥8.55M'],
    [1_350_000_000, '¥1,350\u2009万', '¥13.5M'],
    [12_345_678_900, '¥1.23\u2009亿', '¥123.46M'],
    [1_500_000, '¥1.5\u2009万', '¥15,000'],
    [999_900, '¥9,999', '¥9,999'],
  ])('shortens %d fen', (fen, zh, en) => {
    expect(yuanBig(fen, 'zh')).toBe(zh)
    expect(yuanBig(fen, 'en')).toBe(en)
  })
})

it('keeps figures with the words around them', () => {
  expect(keepFigures('净滩 · 第 12 场')).toBe('净滩\u00a0· 第\u00a012\u00a0场')
  expect(keepFigures('给视障朋友讲电影')).toBe('给视障朋友讲电影')
})

it('keeps a dot with the fact before it, a figure with its unit, and spans and long numbers whole', () => {
  expect(keepTogether('净滩 · 第 12 场')).toBe('净滩\u00a0· 第\u00a012\u00a0场')
  expect(keepTogether('午餐等 3 个项目')).toBe('午餐等 3\u00a0个项目')
  expect(keepTogether('深圳 · 14:00\u201316:30')).toBe('深圳\u00a0· 14:00\u2013\u206016:30')
  expect(keepTogether('深圳湾支行 7559 0012')).toBe('深圳湾支行 7559\u00a00012')
})

describe('times', () => {
  it('reads the Shanghai clock, wherever the phone is', () => {
    expect(clockTime('2026-11-19T16:05:00.000Z')).toBe('00:05')
  })

  it('names the days around today', () => {
    expect(moment('2026-11-20T08:00:00.000Z', now, 'zh')).toBe('今天 16:00')
    expect(moment('2026-11-20T16:00:00.000Z', now, 'zh')).toBe('明天 00:00')
    expect(moment('2026-11-19T15:59:00.000Z', now, 'en')).toBe('Yesterday 23:59')
  })

  it('names other days by date and weekday, and the year when it is another', () => {
    expect(moment('2026-11-25T02:00:00.000Z', now, 'zh')).toBe('11月25日 周三 10:00')
    expect(moment('2025-11-20T06:00:00.000Z', now, 'zh')).toBe('2025年11月20日 周四 14:00')
    expect(moment('2025-11-20T06:00:00.000Z', now, 'en')).toBe('Thu 20 Nov 2025 14:00')
  })

  it('writes a day without its time', () => {
    expect(dayText('2026-11-08T06:00:00.000Z', now, 'zh')).toBe('11月8日')
    expect(dayText('2025-11-08T06:00:00.000Z', now, 'zh')).toBe('2025年11月8日')
    expect(dayText('2025-11-08T06:00:00.000Z', now, 'en')).toBe('8 Nov 2025')
  })

  it('joins start and end, naming the second day only when there is one', () => {
    expect(span('2026-11-20T08:00:00.000Z', '2026-11-20T11:00:00.000Z', now, 'zh')).toBe('今天 16:00–19:00')
    expect(span('2026-11-20T14:00:00.000Z', '2026-11-20T17:00:00.000Z', now, 'zh')).toBe('今天 22:00 – 明天 01:00')
  })

  it('puts the year of an English span before the clock, and no capital into a sentence', () => {
    expect(span('2025-11-09T06:00:00.000Z', '2025-11-09T08:30:00.000Z', now, 'en')).toBe('Sun 9 Nov 2025 14:00–16:30')
    expect(midSentence('Today 14:00')).toBe('today 14:00')
    expect(midSentence('Sun 9 Nov 14:00')).toBe('Sun 9 Nov 14:00')
  })
})
