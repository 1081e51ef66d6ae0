import { PlatformError } from './platform-error.ts'

/** Inside the last five minutes WeChat hands out the next token while the old one stays good. */
const RENEW_EARLY_MS = 240_000
const RENEW_PAUSE_MS = 10_000
/** WeChat ignores forced renewals closer together than this. */
const REPLACE_PAUSE_MS = 30_000
/** WeCom bans an address for an hour that keeps asking with a wrong secret. */
const REFUSAL_PAUSE_MS = 60_000

/** Numbers by which both platforms refuse a token before they look at the call itself. */
const TOKEN_REFUSED = new Set([40001, 40014, 42001])

export interface IssuedToken {
  token: string
  expiresInSeconds: number
}

interface HeldToken {
  token: string
  renewAtMs: number
  expiresAtMs: number
}

export interface AccessTokens {
  current(): Promise<string>
  /** Another token than the refused one; the same again when it was replaced a moment ago. */
  replace(refused: string): Promise<string>
}

/**
 * The access token of one app, kept in this process: asked again, both platforms give every process the same token
 * while it is good. However many calls need a new one at once, one request fetches it.
 */
export function createAccessTokens(issue: (refused?: string) => Promise<IssuedToken>, now: () => Date): AccessTokens {
  let held: HeldToken | undefined
  let inFlight: Promise<string> | undefined
  let refusal: { error: PlatformError; untilMs: number } | undefined
  let replacedAtMs = Number.NEGATIVE_INFINITY

  const nowMs = () => now().getTime()

  async function obtain(refused?: string): Promise<string> {
    const askedAtMs = nowMs()
    if (refusal && askedAtMs < refusal.untilMs) throw refusal.error
    try {
      const { token, expiresInSeconds } = await issue(refused)
      const lifeMs = expiresInSeconds * 1_000
      // Half of a short rest, so that a platform which repeats a dying token is not asked at every call.
      const renewInMs = Math.max(lifeMs - RENEW_EARLY_MS, lifeMs / 2, RENEW_PAUSE_MS)
      held = { token, renewAtMs: askedAtMs + renewInMs, expiresAtMs: askedAtMs + lifeMs }
      return token
    } catch (error) {
      if (isLasting(error)) refusal = { error, untilMs: nowMs() + REFUSAL_PAUSE_MS }
      throw error
    }
  }

  function renew(refused?: string): Promise<string> {
    inFlight ??= obtain(refused).finally(() => {
      inFlight = undefined
    })
    return inFlight
  }

  return {
    async current() {
      const old = held
      if (old && nowMs() < old.renewAtMs) return old.token
      try {
        return await renew()
      } catch (error) {
        // An early renewal that fails harms nobody while the old token is good.
        if (old && nowMs() < old.expiresAtMs) return old.token
        throw error
      }
    },
    async replace(refused) {
      // A renewal may be just over or under way: all who hold the same dead token share its result.
      if (held && held.token !== refused) return held.token
      if (inFlight) return inFlight
      if (nowMs() < replacedAtMs + REPLACE_PAUSE_MS) return refused
      replacedAtMs = nowMs()
      held = undefined
      return renew(refused)
    },
  }
}

/** Makes a call with the token; when the platform refuses the token, replaces it and repeats the call, once. */
export async function withToken<T>(tokens: AccessTokens, call: (token: string) => Promise<T>): Promise<T> {
  const token = await tokens.current()
  try {
    return await call(token)
  } catch (error) {
    if (!isTokenRefused(error)) throw error
    const other = await tokens.replace(token)
    if (other === token) throw error
    return call(other)
  }
}

function isTokenRefused(error: unknown): boolean {
  return error instanceof PlatformError && error.errcode !== undefined && TOKEN_REFUSED.has(error.errcode)
}

/** Refusals that only a person or a pause can cure. */
function isLasting(error: unknown): error is PlatformError {
  return error instanceof PlatformError && error.kind !== 'busy' && error.kind !== 'unavailable'
}
