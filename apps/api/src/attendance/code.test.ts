import { describe, expect, it } from 'vitest'
import { codeLife, readCode, slotAt, writeCode } from './code.ts'

const settings = { codeEverySeconds: 15, codeGoodSeconds: 45 }
const secret = 'a secret of at least thirty-two letters'
const content = { sessionId: 'ses_0d3k9x2m4q7rt', kind: 'in', slotSecond: 1_795_154_400 } as const

describe('the rotating code', () => {
  it('is read back as it was written, for both kinds', () => {
    expect(readCode(secret, writeCode(secret, content))).toEqual(content)
    expect(readCode(secret, writeCode(secret, { ...content, kind: 'out' }))).toEqual({ ...content, kind: 'out' })
  })

  it('stays short and within the letters a QR image packs best', () => {
    expect(writeCode(secret, content)).toMatch(/^[0-9A-Z.]{1,61}$/)
  })

  it('is refused after any change of a single letter', () => {
    const code = writeCode(secret, content)
    for (let at = 0; at < code.length; at++) {
      const changed = `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`
      expect(readCode(secret, changed)).toBeNull()
    }
  })

  it('is refused when another secret signed it, and when it is no code at all', () => {
    expect(readCode('another secret of thirty-two letters', writeCode(secret, content))).toBeNull()
    for (const text of ['', 'https://example.com', 'YJ1', writeCode(secret, content).toLowerCase(), `${writeCode(secret, content)} `]) {
      expect(readCode(secret, text)).toBeNull()
    }
  })

  it('changes every fifteen seconds and counts for forty-five', () => {
    const slot = slotAt(new Date('2026-11-20T06:00:14.999Z'), settings)
    expect(slot).toBe(slotAt(new Date('2026-11-20T06:00:00.000Z'), settings))
    expect(slotAt(new Date('2026-11-20T06:00:15.000Z'), settings)).toBe(slot + 15)
    const { nextAt, goodUntil } = codeLife(slot, settings)
    expect(nextAt.toISOString()).toBe('2026-11-20T06:00:15.000Z')
    expect(goodUntil.toISOString()).toBe('2026-11-20T06:00:45.000Z')
  })

  it('counts as long as it is shown, whatever the policy says', () => {
    const { nextAt, goodUntil } = codeLife(0, { codeEverySeconds: 60, codeGoodSeconds: 5 })
    expect(goodUntil).toEqual(nextAt)
  })
})
