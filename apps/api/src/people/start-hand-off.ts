import { addMinutes } from '@yijian/shared/kernel/time'
import type { HandOff } from '@yijian/shared/people/hand-off'
import type { Ctx } from '../core/context.ts'
import { dropOldHandOffs, insertHandOff } from './hand-off-repo.ts'
import { hashToken, newToken } from './tokens.ts'

/** Long enough to take out a phone, too short to send a picture of the code around. */
const GOOD_MINUTES = 3

/**
 * A computer asks for a login. What it shows and what it keeps are two texts of which neither tells the other, so that
 * a picture of the screen is worth nothing. Nobody is known yet and nothing happened: there is no trace.
 */
export async function startHandOff(ctx: Ctx, { browser }: { browser: string }): Promise<HandOff> {
  const [code, secret] = [newToken(), newToken()]
  const expiresAt = addMinutes(ctx.now, GOOD_MINUTES)
  await dropOldHandOffs(ctx)
  await insertHandOff(ctx, {
    id: ctx.app.newId('handOff'),
    codeHash: hashToken(code),
    secretHash: hashToken(secret),
    browser,
    state: 'waiting',
    askedAt: ctx.now,
    expiresAt,
    decidedBy: null,
    decidedAt: null,
    loginId: null,
  })
  return { code, secret, expiresAt: expiresAt.toISOString() }
}
