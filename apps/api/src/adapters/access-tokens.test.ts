import { beforeEach, describe, expect, it } from 'vitest'
import { type AccessTokens, createAccessTokens, type IssuedToken, withToken } from './access-tokens.ts'
import { PlatformError, type PlatformErrorKind } from './platform-error.ts'
import { createMovableClock, type MovableClock } from './stand-ins/movable-clock.ts'

const failure = (kind: PlatformErrorKind, errcode?: number) => new PlatformError({ platform: 'wecom', operation: '/test', kind, errcode })

describe('access tokens', () => {
  let clock: MovableClock
  let asked: (string | undefined)[]
  let answers: (IssuedToken | PlatformError)[]
  let tokens: AccessTokens

  beforeEach(() => {
    clock = createMovableClock()
    asked = []
    answers = []
    tokens = createAccessTokens(async (refused) => {
      asked.push(refused)
      await Promise.resolve()
      const answer = answers.shift() ?? { token: `token-${asked.length}`, expiresInSeconds: 7_200 }
      if (answer instanceof PlatformError) throw answer
      return answer
    }, clock.now)
  })

  it('fetches one token for twenty calls at once', async () => {
    const got = await Promise.all(Array.from({ length: 20 }, () => tokens.current()))
    expect(new Set(got)).toEqual(new Set(['token-1']))
    expect(asked).toHaveLength(1)
  })

  it('keeps a token until four minutes before its end, then renews it', async () => {
    await tokens.current()
    clock.advance(115)
    expect(await tokens.current()).toBe('token-1')
    clock.advance(1)
    expect(await tokens.current()).toBe('token-2')
  })

  it('does not ask at every call when the platform repeats a dying token', async () => {
    answers = [{ token: 'dying', expiresInSeconds: 200 }]
    await tokens.current()
    clock.advance(1)
    expect(await tokens.current()).toBe('dying')
    expect(asked).toHaveLength(1)
  })

  it('leaves ten seconds between renewals however soon a token ends', async () => {
    answers = [{ token: 'ending', expiresInSeconds: 8 }]
    await tokens.current()
    clock.advance(0.15)
    expect(await tokens.current()).toBe('ending')
    clock.advance(0.05)
    expect(await tokens.current()).toBe('token-2')
  })

  it('uses the old token while it is good when an early renewal fails', async () => {
    await tokens.current()
    answers = [failure('unavailable'), failure('unavailable')]
    clock.advance(118)
    expect(await tokens.current()).toBe('token-1')
    clock.advance(2)
    await expect(tokens.current()).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('replaces a refused token once for all who hold it', async () => {
    const refused = await tokens.current()
    const got = await Promise.all(Array.from({ length: 20 }, () => tokens.replace(refused)))
    expect(new Set(got)).toEqual(new Set(['token-2']))
    expect(asked).toEqual([undefined, 'token-1'])
  })

  it('gives a late holder of a dead token the one that has replaced it', async () => {
    const refused = await tokens.current()
    await tokens.replace(refused)
    expect(await tokens.replace(refused)).toBe('token-2')
    expect(asked).toHaveLength(2)
  })

  it('does not hand out a refused token again when its replacement fails', async () => {
    const refused = await tokens.current()
    answers = [failure('unavailable')]
    await expect(tokens.replace(refused)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await tokens.current()).toBe('token-3')
  })

  it('replaces at most once in thirty seconds', async () => {
    const first = await tokens.current()
    const second = await tokens.replace(first)
    expect(await tokens.replace(second)).toBe(second)
    clock.advance(0.5)
    expect(await tokens.replace(second)).toBe('token-3')
  })

  it('asks with a wrong secret only once a minute', async () => {
    answers = [failure('not-configured', 40001)]
    await expect(tokens.current()).rejects.toMatchObject({ errcode: 40001 })
    await expect(tokens.current()).rejects.toMatchObject({ errcode: 40001 })
    expect(asked).toHaveLength(1)
    clock.advance(1)
    expect(await tokens.current()).toBe('token-2')
  })

  it('asks again at once after a fault that passes', async () => {
    answers = [failure('unavailable')]
    await expect(tokens.current()).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await tokens.current()).toBe('token-2')
  })

  describe('a call with the token', () => {
    it.each([40001, 40014, 42001])('is repeated once with another token after %i', async (errcode) => {
      const used: string[] = []
      const result = await withToken(tokens, async (token) => {
        used.push(token)
        if (used.length === 1) throw failure('token-rejected', errcode)
        return 'done'
      })
      expect(result).toBe('done')
      expect(used).toEqual(['token-1', 'token-2'])
    })

    it('fails when the other token is refused too', async () => {
      const used: string[] = []
      const call = withToken(tokens, async (token) => {
        used.push(token)
        throw failure('token-rejected', 42001)
      })
      await expect(call).rejects.toMatchObject({ kind: 'token-rejected' })
      expect(used).toEqual(['token-1', 'token-2'])
    })

    it('is not repeated for any other refusal', async () => {
      const used: string[] = []
      const call = withToken(tokens, async (token) => {
        used.push(token)
        throw failure('code-invalid', 40029)
      })
      await expect(call).rejects.toMatchObject({ kind: 'code-invalid' })
      expect(used).toEqual(['token-1'])
    })
  })
})
