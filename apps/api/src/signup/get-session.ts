import { shanghaiDay } from '@yijian/shared/kernel/time'
import { earningsOf } from '@yijian/shared/project/rules'
import type { Session } from '@yijian/shared/project/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { policyOn } from '../policy/index.ts'
import { sessionDetail } from '../project/index.ts'
import { signupOf } from './read.ts'

/** A session as its page shows it to this person: what it brings by today's policies, and where they stand. */
export async function getSession(ctx: Ctx, sessionId: string): Promise<Session> {
  const { employeeId } = requireEmployee(ctx)
  const { privateDetails, ...detail } = await sessionDetail(ctx, sessionId)
  const today = shanghaiDay(ctx.now)
  const [matching, points] = [await policyOn(ctx, 'matching', today), await policyOn(ctx, 'points', today)]
  const servedOn = shanghaiDay(detail.startsAt)
  const ofYear = await policyOn(ctx, 'leave', `${servedOn.slice(0, 4)}-01-01`)
  const ofDay = await policyOn(ctx, 'leave', servedOn)
  const mine = await signupOf(ctx, sessionId, employeeId)
  const iHost = detail.hosts.some(({ id }) => id === employeeId)
  return {
    ...detail,
    privateDetails: iHost || mine?.state === 'confirmed' ? privateDetails : null,
    iHost,
    earnings: earningsOf(detail, { matching: matching.settings, points: points.settings }),
    leave: { allowanceMinutes: ofYear.settings.allowanceMinutes, earnsCredit: ofDay.settings.earnsCredit },
    mine:
      mine === null ? null : { signupId: mine.id, state: mine.state, signedUpAt: mine.signedUpAt, waitlistPosition: mine.waitlistPosition },
  }
}
