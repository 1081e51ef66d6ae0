import { PlatformError, type PlatformErrorKind } from '../adapters/index.ts'
import type { Ctx } from '../core/context.ts'
import { type Problem, refuse } from '../core/problems.ts'

type Platform = 'wecom' | 'wechat'

/** The WeCom user id behind a login code, in small letters. Asked before any transaction, so that no lock waits for it. */
export async function weComUserIdOf(ctx: Ctx, code: string): Promise<string> {
  const { userid } = await ask(ctx, 'wecom', ctx.app.platforms.wecom?.codeToSession(code))
  return userid.toLowerCase()
}

/** The same for the code of a web login, which people outside the company may have too. */
export async function weComWebUserIdOf(ctx: Ctx, code: string): Promise<string> {
  const { userid } = await ask(ctx, 'wecom', ctx.app.platforms.wecomWeb?.webCodeToSession(code))
  return userid.toLowerCase()
}

/** The WeChat openid behind a login code. */
export async function openidOf(ctx: Ctx, code: string): Promise<string> {
  const { openid } = await ask(ctx, 'wechat', ctx.app.platforms.wechat?.codeToSession(code))
  return openid
}

async function ask<T>(ctx: Ctx, platform: Platform, answer: Promise<T> | undefined): Promise<T> {
  if (answer === undefined) throw refuse('platform-unavailable', { platform })
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    throw problemOfPlatform(ctx, platform, error)
  }
}

const wrongCode: readonly PlatformErrorKind[] = ['code-invalid', 'code-used']
const stranger: readonly PlatformErrorKind[] = ['foreign-corp', 'not-a-member', 'unknown-member']
const passing: readonly PlatformErrorKind[] = ['busy', 'rate-limited', 'unavailable']

function problemOfPlatform(ctx: Ctx, platform: Platform, error: PlatformError): Problem {
  if (wrongCode.includes(error.kind)) return refuse('login-code-invalid', { platform })
  if (stranger.includes(error.kind)) return refuse('employee-unknown', {})
  if (error.kind === 'blocked') return refuse('login-blocked', { platform })
  // What does not pass by itself needs somebody to look at the set-up.
  if (passing.includes(error.kind)) ctx.log.warn({ err: error }, 'login platform away')
  else ctx.log.error({ err: error }, 'login platform refuses us')
  return refuse('platform-unavailable', { platform })
}
