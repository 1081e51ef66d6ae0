import { addMinutes } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { makeEmployees } from '../../../../test/support/people.ts'
import { type SessionWish, as, openSessionOf, projectScene, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelSession } from '../project/cancel-session.ts'
import { lockSeat } from '../project/index.ts'
import { session as sessionTable } from '../project/tables.ts'
import { cancelSignup } from './cancel-sign-up.ts'
import { signupOf } from './read.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('signup.cancelled', 'signup.promoted') })
})
afterAll(closeApps)

const now = '2026-11-20T04:00:00.000Z'

/** A session with one place, which the first of four people has; the other three wait. */
async function scene(ctx: Ctx, wish: SessionWish = {}) {
  const made = await projectScene(ctx, 'published')
  const people = await makeEmployees(ctx, 4)
  const session = await openSessionOf(ctx, made.project, { capacity: 1, ...wish })
  const signups = []
  for (const { id } of people) signups.push(await signUpOf(ctx, session, id))
  const places = () =>
    Promise.all(people.map(async ({ id }) => signupOf(ctx, session.id, id))).then((all) =>
      all.map((place) => (place?.state === 'waitlisted' ? place.waitlistPosition : place?.state)),
    )
  return { ...made, ctx, session, places, ids: signups.map(({ id }) => id), by: (at: number) => as(ctx, people[at]!) }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>, wish: SessionWish = {}) =>
  rolledBack(app, { kind: 'anonymous' }, async (ctx) => test(await scene(ctx, wish)), now)

describe('cancelSignup', () => {
  it('gives the place to the first who waits, in the same transaction', () =>
    inScene(async ({ ctx, session, ids, by, places }) => {
      expect(await cancelSignup(by(0), ids[0]!)).toMatchObject({ state: 'cancelled', cancelledAt: now, lateCancel: false })
      expect(await places()).toEqual(['cancelled', 'confirmed', 1, 2])
      expect(await lockSeat(ctx, session.id)).toEqual({ capacity: 1, taken: 1, waiting: 2, lastNumber: 4, lastPromotion: 1 })
      expect(await messagesOf(ctx, 'signup.promoted', ids[1]!)).toHaveLength(1)
      expect(await messagesOf(ctx, 'signup.cancelled', ids[0]!)).toHaveLength(1)
      expect(await tracesOf(ctx, ids[0]!)).toMatchObject([
        { action: 'signup.cancelled', detail: { was: 'confirmed', late: false, promoted: 1 } },
      ])
    }))

  it('lets people leave the queue and closes the gap', () =>
    inScene(async ({ ids, by, places }) => {
      await cancelSignup(by(2), ids[2]!)
      expect(await places()).toEqual(['confirmed', 1, 'cancelled', 2])
      await cancelSignup(by(0), ids[0]!)
      expect(await places()).toEqual(['cancelled', 'confirmed', 'cancelled', 1])
    }))

  it('frees the place when nobody waits', () =>
    inScene(
      async ({ ctx, session, ids, by, places }) => {
        await cancelSignup(by(0), ids[0]!)
        expect(await places()).toEqual(['cancelled', 'confirmed', 'confirmed', 'confirmed'])
        expect(await lockSeat(ctx, session.id)).toMatchObject({ taken: 3, waiting: 0 })
      },
      { capacity: 5 },
    ))

  it('calls it late after the cut-off, but never for who only waited', () =>
    inScene(
      async ({ ids, by }) => {
        expect(await cancelSignup(by(0), ids[0]!)).toMatchObject({ lateCancel: true })
        expect(await cancelSignup(by(2), ids[2]!)).toMatchObject({ lateCancel: false })
      },
      { lateCancelAt: addMinutes(now, -1) },
    ))

  it('blames nobody for leaving what was moved after they signed up', () =>
    inScene(
      async ({ ctx, session, ids, by }) => {
        await ctx.db
          .update(sessionTable)
          .set({ movedAt: addMinutes(now, 1) })
          .where(eq(sessionTable.id, session.id))
        expect(await cancelSignup(by(0), ids[0]!)).toMatchObject({ lateCancel: false })
      },
      { lateCancelAt: addMinutes(now, -1) },
    ))

  it('refuses to cancel twice', () =>
    inScene(async ({ ids, by }) => {
      await cancelSignup(by(0), ids[0]!)
      await expect(cancelSignup(by(0), ids[0]!)).rejects.toMatchObject({ code: 'signup-cancelled', data: { cancelledAt: now } })
    }))

  it('refuses once the session has started', () =>
    inScene(async ({ session, ids, by }) => {
      const refusal = { code: 'session-started', data: { startsAt: session.startsAt.toISOString() } }
      await expect(cancelSignup({ ...by(0), now: session.startsAt }, ids[0]!)).rejects.toMatchObject(refusal)
    }))

  it('promotes nobody into a session that was called off', () =>
    inScene(async ({ session, asHost, ids, by, places }) => {
      await cancelSession(asHost, session.id, { reason: '台风预警' })
      await expect(cancelSignup(by(0), ids[0]!)).rejects.toMatchObject({ code: 'session-cancelled' })
      expect(await places()).toEqual(['confirmed', 1, 2, 3])
    }))

  it('refuses the wrong role: somebody else, the host, nobody', () =>
    inScene(async ({ ctx, asHost, ids, by }) => {
      await expect(cancelSignup(by(1), ids[0]!)).rejects.toMatchObject({ code: 'not-found' })
      await expect(cancelSignup(asHost, ids[0]!)).rejects.toMatchObject({ code: 'not-found' })
      await expect(cancelSignup(ctx, ids[0]!)).rejects.toMatchObject({ code: 'login-required' })
    }))
})
