import { describe, expect, it } from 'vitest'
import { noticeKinds } from './rules.ts'
import { noticeWords } from './text.ts'

const facts = {
  title: '深圳湾红树林净滩',
  at: '2026-11-20T06:00:00.000Z',
  place: '红树林公园',
  minutes: 90,
  amountFen: 10_000,
  decision: 'approved' as const,
  reason: '收据看不清',
}

describe('noticeWords', () => {
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
