import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { type Employment, canLogIn } from '@yijian/shared/people/rules'
import type { Ctx } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { type LoginRow, insertLogin, insertRefreshToken } from './login-repo.ts'
import { type TokenPair, hashToken, newToken } from './tokens.ts'

const DAY_MINUTES = 24 * 60

/** The tokens of a login, shown this once: the database keeps their hashes. */
export interface IssuedLogin extends TokenPair {
  loginId: string
  employeeId: string
  accessExpiresAt: Date
  refreshExpiresAt: Date
}

/** @throws Problem `employee-unknown` before the first day, `employee-left` after the last. */
export function requireEmployed(ctx: Ctx, person: Employment): void {
  enforce(canLogIn(person, shanghaiDay(ctx.now)))
}

/** Starts a login on one device; the caller has made sure who it is. */
export async function startLogin(ctx: Ctx, employeeId: string, means: LoginRow['means']): Promise<IssuedLogin> {
  const loginId = ctx.app.newId('login')
  const pair = { accessToken: newToken(), refreshToken: newToken() }
  const ends = endsOf(ctx)
  await insertLogin(ctx, {
    id: loginId,
    employeeId,
    means,
    accessHash: hashToken(pair.accessToken),
    ...ends,
    startedAt: ctx.now,
    endedAt: null,
  })
  await insertRefreshToken(ctx, loginId, pair.refreshToken)
  return { loginId, employeeId, ...pair, ...ends }
}

/** Both tokens count from their making; a login that is used goes on. */
export function endsOf(ctx: Ctx): Pick<IssuedLogin, 'accessExpiresAt' | 'refreshExpiresAt'> {
  const { accessTokenMinutes, refreshTokenDays } = ctx.app.config
  return {
    accessExpiresAt: addMinutes(ctx.now, accessTokenMinutes),
    refreshExpiresAt: addMinutes(ctx.now, refreshTokenDays * DAY_MINUTES),
  }
}
