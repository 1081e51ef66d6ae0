import { describe, expect, it } from 'vitest'
import { allowed, firstRefusal, refused } from './verdict.ts'

describe('firstRefusal', () => {
  it('names the first of several refusals', () => {
    expect(firstRefusal(allowed, refused('too-late', { by: 5 }), refused('slot-full'))).toEqual({
      ok: false,
      code: 'too-late',
      data: { by: 5 },
    })
  })

  it('allows what nothing refuses', () => {
    expect(firstRefusal(allowed, allowed)).toEqual({ ok: true })
    expect(firstRefusal()).toEqual({ ok: true })
  })
})
