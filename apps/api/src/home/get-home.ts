import type { Home } from '@yijian/shared/home/shapes'
import { recommend } from '@yijian/shared/home/rules'
import { addMinutes } from '@yijian/shared/kernel/time'
import { nextGrantFor } from '@yijian/shared/ledger/rules'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances } from '../ledger/index.ts'
import { toSessionCard } from '../project/index.ts'
import { toSignup } from '../signup/index.ts'
import { readHomeSessions } from './read.ts'

const RECOMMENDED = 6
const SOON_MINUTES = 7 * 1440

/** The first screen: what I have, where I go next and what might suit me, in two statements. */
export async function getHome(ctx: Ctx): Promise<Home> {
  const { employeeId } = requireEmployee(ctx)
  const balances = await readBalances(ctx, employeeId)
  const { me, ahead } = await readHomeSessions(ctx, employeeId)
  const mine = ahead.filter(({ signup }) => signup !== null)
  const next = mine.find(({ signup }) => signup?.state === 'confirmed')
  const candidates = ahead.filter(({ signup }) => signup === null).map((open) => ({ ...open.card, ...open }))
  const proposals = recommend(candidates, {
    city: me.city,
    taken: mine.map(({ card }) => card),
    soonUntil: addMinutes(ctx.now, SOON_MINUTES),
    limit: RECOMMENDED,
  })
  return {
    balances,
    nextGrant: nextGrantFor(balances.carriedMinutes, me.matching),
    next: next?.signup ? { signup: toSignup(next.signup, null), session: toSessionCard(next.card) } : null,
    recommended: proposals.map(({ candidate: { card, colleagues }, reasons }) => ({ session: toSessionCard(card), reasons, colleagues })),
  }
}
