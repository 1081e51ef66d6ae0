import { addMinutes, isBefore } from '@yijian/shared/kernel/time'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { type RefreshTurn, dropOldRefreshTokens, endLogin, insertRefreshToken, lockRefreshTurn, renewLogin } from './login-repo.ts'
import { findEmployee } from './repo.ts'
import { type IssuedLogin, endsOf, requireEmployed } from './start-login.ts'
import { type TokenPair, hashToken, pairAfter } from './tokens.ts'

/** How long a pair whose answer was lost may be asked for again: half a minute covers a retry on a bad line. */
const REPEAT_MINUTES = 0.5

/**
 * Exchanges a refresh token for the next pair. Devices that race with one token, or a repeat after a lost answer, get the
 * very same pair; a used token that comes later was copied, and ends the login with all its tokens.
 *
 * @throws Problem `login-required`, `refresh-token-reused`, `employee-unknown`, `employee-left`
 */
export async function refreshLogin(ctx: Ctx, input: { refreshToken: string }): Promise<IssuedLogin> {
  return inTransaction(ctx, async (ctx) => {
    const turn = await lockRefreshTurn(ctx, hashToken(input.refreshToken))
    if (turn === null || turn.login.endedAt !== null || !isBefore(ctx.now, turn.login.refreshExpiresAt)) throw refuse('login-required', {})
    requireEmployed(ctx, await findEmployee(ctx, turn.login.employeeId))
    const pair = pairAfter(input.refreshToken, turn.salt)
    if (turn.usedAt === null) return rotate(ctx, turn, pair)
    if (isRepeat(ctx, turn, pair)) return issued(turn.login, pair, turn.login)
    await endLogin(ctx, turn.login.id)
    await record(ctx, { action: 'login.reused', subject: turn.login.id, detail: { employeeId: turn.login.employeeId } })
    // The end of the login is kept although the request is refused.
    throw refuse('refresh-token-reused', {}, { keepsWrites: true })
  })
}

/** A pair whose refresh token was used since is no longer the login's, so nothing newer is ever given away. */
function isRepeat(ctx: Ctx, turn: RefreshTurn, pair: TokenPair): boolean {
  const isRecent = turn.usedAt !== null && isBefore(ctx.now, addMinutes(turn.usedAt, REPEAT_MINUTES))
  return isRecent && turn.login.accessHash === hashToken(pair.accessToken)
}

async function rotate(ctx: Ctx, turn: RefreshTurn, pair: TokenPair): Promise<IssuedLogin> {
  const ends = endsOf(ctx)
  await renewLogin(ctx, turn, { accessHash: hashToken(pair.accessToken), ...ends })
  await insertRefreshToken(ctx, turn.login.id, pair.refreshToken)
  await dropOldRefreshTokens(ctx, turn.login.id)
  return issued(turn.login, pair, ends)
}

function issued(
  login: RefreshTurn['login'],
  pair: TokenPair,
  ends: Pick<IssuedLogin, 'accessExpiresAt' | 'refreshExpiresAt'>,
): IssuedLogin {
  const { accessExpiresAt, refreshExpiresAt } = ends
  return { loginId: login.id, employeeId: login.employeeId, ...pair, accessExpiresAt, refreshExpiresAt }
}
