import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, testApp } from '../../../../test/support/database.ts'
import { PlatformError, type PlatformErrorKind } from '../adapters/index.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { openidOf, weComUserIdOf } from './platform-identity.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const lines: Record<string, unknown>[] = []
const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) })

/** A request at a time when both platforms fail in one way. */
async function failing(error: Error): Promise<Ctx> {
  const codeToSession = () => Promise.reject(error)
  const wechat = { codeToSession, getUnlimitedQrCode: codeToSession }
  return ctxOf({ ...app, log, platforms: { wecom: { codeToSession }, wechat } }, { kind: 'anonymous' })
}

const failure = (kind: PlatformErrorKind) => new PlatformError({ platform: 'wechat', operation: '/sns/jscode2session', kind })

describe('identity by a platform', () => {
  it.each<[PlatformErrorKind, string]>([
    ['code-invalid', 'login-code-invalid'],
    ['code-used', 'login-code-invalid'],
    ['foreign-corp', 'employee-unknown'],
    ['not-a-member', 'employee-unknown'],
    ['unknown-member', 'employee-unknown'],
    ['blocked', 'login-blocked'],
    ['busy', 'platform-unavailable'],
    ['rate-limited', 'platform-unavailable'],
    ['unavailable', 'platform-unavailable'],
    ['not-configured', 'platform-unavailable'],
    ['ip-not-allowed', 'platform-unavailable'],
    ['token-rejected', 'platform-unavailable'],
    ['bad-request', 'platform-unavailable'],
    ['unexpected', 'platform-unavailable'],
  ])('answers %s with %s', async (kind, code) => {
    await expect(weComUserIdOf(await failing(failure(kind)), 'c')).rejects.toMatchObject({ code })
    await expect(openidOf(await failing(failure(kind)), 'c')).rejects.toMatchObject({ code })
  })

  it('calls for somebody when the set-up is wrong, and warns when it will pass; never with the code', async () => {
    lines.length = 0
    await expect(openidOf(await failing(failure('not-configured')), 'the-code')).rejects.toThrow()
    await expect(openidOf(await failing(failure('busy')), 'the-code')).rejects.toThrow()
    await expect(openidOf(await failing(failure('code-used')), 'the-code')).rejects.toThrow()
    expect(lines.map(({ level }) => level)).toEqual([50, 40])
    expect(JSON.stringify(lines)).not.toContain('the-code')
  })

  it('lets a fault of our own be one', async () => {
    await expect(openidOf(await failing(new TypeError('oops')), 'c')).rejects.toThrow(TypeError)
  })
})
