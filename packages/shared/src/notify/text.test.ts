import { describe, expect, it } from 'vitest'
import { noticeKinds } from './rules.ts'
import type { NoticeFacts } from './shapes.ts'
import { noticeTitle, noticeWords } from './text.ts'

const facts = {
  title: '深圳湾红树林净滩',
  names: null,
  gift: null,
  year: null,
  at: '2026-11-20T06:00:00.000Z',
  place: '红树林公园',
  minutes: 90,
  amountFen: 10_000,
  owedFen: null,
  decision: 'approved' as const,
  reason: '收据看不清',
}

/** What people typed, so that any Chinese in the English version would be ours. */
const typed: NoticeFacts = { ...facts, title: 'Mangrove clean-up', place: 'Gate B', reason: 'blurred' }
const gift = { platform: 'tencent-gongyi' as const, platformName: null, amountFen: 123_450 }
const abouts: Partial<NoticeFacts>[] = [
  {},
  { place: null, reason: null, amountFen: 0 },
  { title: null, names: ['School lunches', 'Warm coats'] },
  { title: null, gift },
  { title: null, gift, amountFen: 20_000, owedFen: 15_000 },
  { title: null, gift: { ...gift, platform: 'alipay' } },
  { title: null, gift: { ...gift, platform: 'other', platformName: 'Red Cross' } },
  { title: null, year: 2026 },
]

it('says what of a refund is owed, and nothing where all of it was there', () => {
  const refund = (owedFen: number) => noticeWords('claim-refunded', { ...facts, title: '捐赠', amountFen: 20_000, owedFen }, 'zh').sentence
  expect(refund(15_000)).toBe('捐赠 已退款，收回当时配捐的公益金 200 元，其中 150 元你已捐出，会从以后的公益金里抵扣：收据看不清。')
  expect(refund(0)).toBe('捐赠 已退款，收回当时配捐的公益金 200 元：收据看不清。')
})

describe('noticeTitle', () => {
  const title = (about: Partial<NoticeFacts>) =>
    (['zh', 'en'] as const).map((language) => noticeTitle({ ...facts, title: null, ...about }, language))

  it('is what people named, or our own words from facts', () => {
    expect(title({ title: '净滩' })).toEqual(['净滩', '净滩'])
    expect(title({ names: ['午餐', '冬衣'] })).toEqual(['午餐、冬衣', '午餐, 冬衣'])
    expect(title({ gift })).toEqual(['腾讯公益 1,234.5 元捐赠', 'Your gift of 1,234.5 yuan via Tencent Charity'])
    expect(title({ gift: { ...gift, platform: 'other', platformName: '壹基金' } })[1]).toBe('Your gift of 1,234.5 yuan via 壹基金')
    expect(title({ gift: { ...gift, platform: 'other' } })).toEqual(['1,234.5 元捐赠', 'Your gift of 1,234.5 yuan'])
    expect(title({ year: 2026 })).toEqual(['2026 年度益践领袖', 'the leaders of 2026'])
  })
})

describe('noticeWords', () => {
  it.each(noticeKinds)('says %s in English without a word of Chinese, and in Chinese', (kind) => {
    for (const decision of ['approved', 'returned', 'rejected', 'declined'] as const)
      for (const about of abouts) {
        const of = { ...typed, ...about, decision }
        const [zh, en] = [noticeWords(kind, of, 'zh'), noticeWords(kind, of, 'en')]
        expect(`${en.headline} ${en.sentence}`).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]|undefined|null|NaN/)
        expect(zh.sentence).toMatch(/[\u4e00-\u9fff]/)
      }
  })

  it.each(noticeKinds)('says %s in both languages, with a headline that fits the card of WeCom', (kind) => {
    for (const decision of ['approved', 'returned', 'rejected', 'declined'] as const) {
      const zh = noticeWords(kind, { ...facts, decision }, 'zh')
      expect(zh.headline.length).toBeGreaterThanOrEqual(4)
      expect(zh.headline.length).toBeLessThanOrEqual(12)
      expect(zh.sentence).not.toMatch(/undefined|null|NaN/)
      expect(noticeWords(kind, { ...facts, decision }, 'en').sentence).not.toMatch(/undefined|null|NaN|[\u4e00-\u9fff]{9}/)
    }
  })

  it('tells hours and credit, and leaves out what is not there', () => {
    expect(noticeWords('hours-issued', facts, 'zh').sentence).toBe('深圳湾红树林净滩：1.5 小时公益时，公益金 +100 元。')
    expect(noticeWords('hours-issued', { ...facts, amountFen: 0 }, 'zh').sentence).toBe('深圳湾红树林净滩：1.5 小时公益时。')
    expect(noticeWords('claim-decided', { ...facts, decision: 'returned' }, 'zh').sentence).toContain('需要补充材料：收据看不清')
  })

  it('ends a sentence once, and does not boast of nothing', () => {
    const returned = { ...facts, decision: 'returned' as const, reason: '请补一张完整的收据。' }
    expect(noticeWords('claim-decided', returned, 'zh').sentence).toMatch(/收据。$/)
    expect(noticeWords('claim-decided', returned, 'zh').sentence).not.toContain('。。')
    expect(noticeWords('claim-decided', returned, 'en').sentence).not.toMatch(/。\.$/)
    expect(noticeWords('claim-decided', { ...facts, amountFen: 0 }, 'zh').sentence).toBe(
      '深圳湾红树林净滩 已核实，金额未满一个单位，留到下次一起计算。',
    )
  })
})
