import { addMinutes } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
import { type SessionWish, as, openSessionOf, projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { duplicateKey, violatesCheck } from '../core/db/errno.ts'
import { cancelSession } from '../project/cancel-session.ts'
import { lockSeat } from '../project/index.ts'
import { pauseProject } from '../project/pause-project.ts'
import { cancelSignup } from './cancel-sign-up.ts'
import { insertSignup } from './repo.ts'
import { signUp } from './sign-up.ts'
import { signup } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('signup.confirmed', 'signup.waitlisted') })
})
afterAll(closeApps)

const now = '2026-11-20T04:00:00.000Z'

async function scene(ctx: Ctx, wish: SessionWish = {}) {
  const made = await projectScene(ctx, 'published')
  const [me, other] = [await makeEmployee(ctx), await makeEmployee(ctx)]
  const session = await openSessionOf(ctx, made.project, wish)
  return { ...made, ctx, me, session, asMe: as(ctx, me), asOther: as(ctx, other) }
}
const inScene = (wish: SessionWish, test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'anonymous' }, async (ctx) => test(await scene(ctx, wish)), now)

describe('signUp', () => {
  it('takes a place while there is one, with a trace and a message', () =>
    inScene({ capacity: 2 }, async ({ ctx, me, asMe, session }) => {
      const mine = await signUp(asMe, session.id)
      expect(mine).toEqual({
        id: mine.id,
        sessionId: session.id,
        state: 'confirmed',
        waitlistPosition: null,
        signedUpAt: now,
        promotedAt: null,
        cancelledAt: null,
        lateCancel: false,
      })
      expect(await lockSeat(ctx, session.id)).toEqual({ capacity: 2, taken: 1, waiting: 0, lastNumber: 1, lastPromotion: 0 })
      expect(await tracesOf(ctx, mine.id)).toMatchObject([
        { action: 'signup.confirmed', actorId: me.id, detail: { sessionId: session.id } },
      ])
      expect(await messagesOf(ctx, 'signup.confirmed', mine.id)).toHaveLength(1)
    }))

  it('queues in order of arrival once the places are taken', () =>
    inScene({ capacity: 1 }, async ({ ctx, asMe, asOther, asStranger, session }) => {
      await signUp(asMe, session.id)
      expect(await signUp(asOther, session.id)).toMatchObject({ state: 'waitlisted', waitlistPosition: 1 })
      const last = await signUp(asStranger, session.id)
      expect(last).toMatchObject({ state: 'waitlisted', waitlistPosition: 2 })
      expect(await messagesOf(ctx, 'signup.waitlisted', last.id)).toHaveLength(1)
      expect(await tracesOf(ctx, last.id)).toMatchObject([{ action: 'signup.waitlisted' }])
    }))

  it('confirms everybody where places are unlimited', () =>
    inScene({ capacity: null }, async ({ asMe, asOther, session }) => {
      expect([await signUp(asMe, session.id), await signUp(asOther, session.id)]).toMatchObject([
        { state: 'confirmed' },
        { state: 'confirmed' },
      ])
    }))

  it('refuses before the first instant of the window and from its last', () =>
    inScene({ signupOpensAt: addMinutes(now, 1), signupClosesAt: addMinutes(now, 2) }, async ({ asMe, session }) => {
      const at = (minutes: number) => signUp({ ...asMe, now: addMinutes(now, minutes) }, session.id)
      await expect(at(0)).rejects.toMatchObject({ code: 'signup-not-open', data: { opensAt: '2026-11-20T04:01:00.000Z' } })
      await expect(at(2)).rejects.toMatchObject({ code: 'signup-closed', data: { closedAt: '2026-11-20T04:02:00.000Z' } })
      expect(await at(1)).toMatchObject({ state: 'confirmed' })
    }))

  it('refuses a session that was called off while the form was open', () =>
    inScene({}, async ({ asMe, asHost, session }) => {
      await cancelSession(asHost, session.id, { reason: '台风预警' })
      await expect(signUp(asMe, session.id)).rejects.toMatchObject({ code: 'session-cancelled', data: { reason: '台风预警' } })
    }))

  it('refuses a project that was paused', () =>
    inScene({}, async ({ asMe, asHost, project, session }) => {
      await pauseProject(asHost, project.id, { reason: '冬季休整' })
      await expect(signUp(asMe, session.id)).rejects.toMatchObject({ code: 'project-not-published', data: { state: 'paused' } })
    }))

  it('refuses a second sign-up, with a place or in the queue', () =>
    inScene({ capacity: 1 }, async ({ asMe, asOther, session }) => {
      const { id } = await signUp(asMe, session.id)
      await expect(signUp(asMe, session.id)).rejects.toMatchObject({
        code: 'already-signed-up',
        data: { signupId: id, state: 'confirmed' },
      })
      await signUp(asOther, session.id)
      await expect(signUp(asOther, session.id)).rejects.toMatchObject({ code: 'already-signed-up', data: { state: 'waitlisted' } })
    }))

  it('takes a person back after a cancellation, at the end of the line, and keeps the history', () =>
    inScene({ capacity: 1 }, async ({ ctx, me, asMe, asOther, session }) => {
      const first = await signUp(asMe, session.id)
      await cancelSignup(asMe, first.id)
      await signUp(asOther, session.id)
      expect(await signUp(asMe, session.id)).toMatchObject({ state: 'waitlisted', waitlistPosition: 1 })
      const rows = await ctx.db.select().from(signup).where(eq(signup.employeeId, me.id)).orderBy(signup.number)
      expect(rows.map(({ state, active }) => [state, active])).toEqual([
        ['cancelled', null],
        ['waitlisted', 1],
      ])
    }))

  it('refuses a session that shares a minute with another, waiting included, also in another branch and time zone', () =>
    inScene({}, async ({ ctx, asMe, asOther, session, stranger }) => {
      const elsewhere = await projectScene(ctx, 'published')
      const wish = { capacity: 1, startsAt: addMinutes(session.endsAt, -1), title: '社区敬老日' }
      const clash = await openSessionOf(ctx, elsewhere.project, wish)
      await signUp(asOther, clash.id)
      await signUp(asMe, clash.id)
      await expect(signUp(asMe, session.id)).rejects.toMatchObject({
        code: 'overlapping-session',
        data: { sessionId: clash.id, title: '社区敬老日', startsAt: clash.startsAt.toISOString(), endsAt: clash.endsAt.toISOString() },
      })
      expect(await signUp(as(ctx, stranger), session.id)).toMatchObject({ state: 'confirmed' })
    }))

  it('allows a session that begins when another ends', () =>
    inScene({}, async ({ ctx, project, asMe, session }) => {
      const [before, after] = [
        await openSessionOf(ctx, project, { startsAt: addMinutes(session.startsAt, -60), minutes: 60 }),
        await openSessionOf(ctx, project, { startsAt: session.endsAt, minutes: 60 }),
      ]
      for (const { id } of [before, after, session]) expect(await signUp(asMe, id)).toMatchObject({ state: 'confirmed' })
    }))

  it('does not count a session given back or called off as an overlap', () =>
    inScene({}, async ({ ctx, project, asMe, asHost, session }) => {
      const [givenBack, off] = [
        await openSessionOf(ctx, project),
        await openSessionOf(ctx, project, { startsAt: addMinutes(session.endsAt, -1) }),
      ]
      await cancelSignup(asMe, (await signUp(asMe, givenBack.id)).id)
      await signUp(asMe, off.id)
      await cancelSession(asHost, off.id, { reason: '台风预警' })
      expect(await signUp(asMe, session.id)).toMatchObject({ state: 'confirmed' })
    }))

  it('leaves two active sign-ups and an overfull session to no path, the database included', () =>
    inScene({ capacity: 1 }, async ({ ctx, me, asMe, session }) => {
      await signUp(asMe, session.id)
      const row = {
        sessionId: session.id,
        employeeId: me.id,
        state: 'confirmed' as const,
        number: 9,
        signedUpAt: ctx.now,
        lateCancel: false,
        active: 1,
      }
      const second = await insertSignup(ctx, { ...row, id: ctx.app.newId('signup') }).catch((error: unknown) => error)
      expect(duplicateKey(second)).toBe('signup_one_active_uq')
      const overfull = await ctx.connection
        ?.query('UPDATE seat SET taken = 2 WHERE session_id = ?', [session.id])
        .catch((error: unknown) => error)
      expect(violatesCheck(overfull)).toBe(true)
    }))

  it('knows no session by a made-up id', () =>
    inScene({}, ({ asMe }) => expect(signUp(asMe, 'ses_0000000000000')).rejects.toMatchObject({ code: 'not-found' })))

  it('refuses the wrong role', () =>
    inScene({}, ({ ctx, session }) => expect(signUp(ctx, session.id)).rejects.toMatchObject({ code: 'login-required' })))
})
