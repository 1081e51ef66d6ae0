import { randomBytes } from 'node:crypto'

const LIFE_SECONDS = 7_200
const FORCED_PAUSE_MS = 30_000
const FORCED_A_DAY = 20

export interface TokenBook {
  /** The same token while it is good; forced, another one, as often as the platform allows. */
  issue(isForced?: boolean): { access_token: string; expires_in: number }
  verdict(token: string): 'good' | 'unknown' | 'expired'
  /** Ends all tokens now, by age. */
  expireAll(): void
  /** Forgets all tokens, as if they had never been issued. */
  revokeAll(): void
}

/** Access tokens of one app. `overlapMs` before its end a token is followed by the next, and both are good. */
export function createTokenBook(now: () => Date, overlapMs: number): TokenBook {
  const expiresAtMs = new Map<string, number>()
  const forcedAtMs: number[] = []
  let latest: string | undefined

  function isForcingAllowed(nowMs: number): boolean {
    const today = forcedAtMs.filter((atMs) => atMs > nowMs - 86_400_000)
    return today.length < FORCED_A_DAY && nowMs - (today.at(-1) ?? Number.NEGATIVE_INFINITY) >= FORCED_PAUSE_MS
  }

  return {
    issue(isForced = false) {
      const nowMs = now().getTime()
      const replaces = isForced && isForcingAllowed(nowMs)
      const endsAtMs = latest === undefined ? undefined : expiresAtMs.get(latest)
      if (latest !== undefined && endsAtMs !== undefined && endsAtMs - nowMs > overlapMs && !replaces) {
        return { access_token: latest, expires_in: Math.floor((endsAtMs - nowMs) / 1_000) }
      }
      if (replaces) {
        forcedAtMs.push(nowMs)
        expiresAtMs.clear()
      }
      latest = randomBytes(32).toString('hex')
      expiresAtMs.set(latest, nowMs + LIFE_SECONDS * 1_000)
      return { access_token: latest, expires_in: LIFE_SECONDS }
    },
    verdict(token) {
      const endsAtMs = expiresAtMs.get(token)
      if (endsAtMs === undefined) return 'unknown'
      return now().getTime() < endsAtMs ? 'good' : 'expired'
    },
    expireAll() {
      for (const token of expiresAtMs.keys()) expiresAtMs.set(token, now().getTime())
    },
    revokeAll: () => expiresAtMs.clear(),
  }
}
