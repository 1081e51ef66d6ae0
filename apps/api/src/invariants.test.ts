import { breachWords } from '@yijian/shared/ledger/proof-words'
import { describe, expect, it } from 'vitest'
import { invariants } from './invariants.ts'
import { ledgerInvariants } from './ledger/invariants.ts'

const all = [...ledgerInvariants, ...invariants]
const hasChinese = (words: string) => /[\u4e00-\u9fff]/.test(words)

describe('the invariants', () => {
  it('are told apart by name and by title, in both languages', () => {
    for (const told of [all.map(({ name }) => name), all.map(({ title }) => title.zh), all.map(({ title }) => title.en)])
      expect(new Set(told).size).toBe(all.length)
  })

  it.each(all)('$name is told in Chinese and English, with what it looks at', ({ title, meaning, things }) => {
    for (const { zh, en } of [title, meaning, things.words]) {
      expect(hasChinese(zh)).toBe(true)
      expect(en).toMatch(/^[A-Za-z]/)
      expect(hasChinese(en)).toBe(false)
    }
    expect(title.zh.length).toBeLessThanOrEqual(14)
  })
})

it.each(Object.entries(breachWords))('%s says what it means and what to do, alike in both languages', (_, { means, next }) => {
  expect(hasChinese(means.zh)).toBe(true)
  expect(next.zh.length).toBe(next.en.length)
})
