import { describe, expect, it } from 'vitest'
import { termsOf, termsSought } from './search.ts'

describe('termsOf', () => {
  it('makes a term of every two neighbours and of each last character, Chinese and Latin alike', () => {
    expect([...termsOf('红树林 AI')]).toEqual(['红树', '树林', '林', 'ai', 'i'])
  })

  it('counts full-width and capital letters as plain ones, and an emoji as one character', () => {
    expect([...termsOf('ＡＩ')]).toEqual([...termsOf('ai')])
    expect([...termsOf('🌱🌊')]).toEqual(['🌱🌊', '🌊'])
  })

  it('finds nothing in blanks', () => {
    expect(termsOf(' \u3000\n').size).toBe(0)
  })
})

describe('termsSought', () => {
  it('asks for the neighbours of each word, and for a single character as it is', () => {
    expect(termsSought('红树林 狗')).toEqual(['红树', '树林', '狗'])
  })

  it('asks for no more than a few terms, each once', () => {
    expect(termsSought('哈哈哈哈')).toEqual(['哈哈'])
    expect(termsSought('一二三四五六七八九十')).toHaveLength(6)
  })

  it('asks only for terms that the text has been given', () => {
    const text = '深圳湾公园 B 口集合，自带水杯'
    const given = termsOf(text)
    for (const search of ['公园', '深圳湾公园', '集合，自', '水杯 B', 'b']) {
      for (const term of termsSought(search)) expect([...given].some((known) => known.startsWith(term))).toBe(true)
    }
  })
})
