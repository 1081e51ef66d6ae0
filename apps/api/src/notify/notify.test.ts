import { addMinutes } from '@yijian/shared/kernel/time'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asHost, issue } from '../../../../test/support/hours.ts'
import { actingAs, makeScene, minute } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { hear, inboxOf } from '../../../../test/support/notices.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { openSessionOf, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { outboxMessage } from '../core/tables.ts'
import { cancelSession } from '../project/cancel-session.ts'
import { changeSession } from '../project/change-session.ts'
import { getInboxState, listMyNotices } from './inbox.ts'
import { notifyListeners } from './jobs.ts'
import { makeNotices } from './make-notices.ts'
import { readNotices } from './read-notices.ts'
import { recordMessageConsent } from './record-message-consent.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: notifyListeners })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () =>
  rolledBack(app, { kind: 'system', job: 'test' }, fn, '2026-11-20T02:00:00.000Z')

const waiting = (ctx: Ctx, listener: string) =>
  ctx.db
    .select()
    .from(outboxMessage)
    .where(and(eq(outboxMessage.listener, listener), eq(outboxMessage.state, 'waiting')))

describe('a place', () => {
  it(
    'is told once, with the session, and reminded of in time',
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 0, startsAt: new Date('2026-11-25T06:00:00.000Z') })
      const who = await makeEmployee(ctx)
      const { id: signupId } = await signUpOf(ctx, scene.session, who.id)
      for (let time = 0; time < 2; time++) await hear(ctx, 'notify.confirmed', { signupId })
      expect(await inboxOf(ctx, who)).toMatchObject([
        {
          kind: 'signup-confirmed',
          opens: { page: 'session', id: scene.session.id },
          facts: { at: '2026-11-25T06:00:00.000Z' },
          readAt: null,
        },
      ])
      const due = (await waiting(ctx, 'notify.remind')).filter(({ payload }) => (payload as { signupId: string }).signupId === signupId)
      expect(new Set(due.map(({ dueAt }) => dueAt.toISOString()))).toEqual(
        new Set(['2026-11-22T06:00:00.000Z', '2026-11-24T06:00:00.000Z']),
      )
    }),
  )

  it(
    'is not told to who has cancelled meanwhile, nor reminded of when the session was moved',
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 1 })
      const [who] = scene.people
      const [signup] = await ctx.db
        .execute(`SELECT id FROM signup WHERE employee_id = '${who!.id}'`)
        .then(([rows]) => rows as unknown as { id: string }[])
      const startsAt = scene.session.startsAt.toISOString()
      await hear(ctx, 'notify.remind', { signupId: signup!.id, startsAt: '2026-11-19T06:00:00.000Z', minutesBefore: 1440 })
      expect(await inboxOf(ctx, who!)).toEqual([])
      for (let time = 0; time < 2; time++) await hear(ctx, 'notify.remind', { signupId: signup!.id, startsAt, minutesBefore: 1440 })
      expect(await inboxOf(ctx, who!)).toMatchObject([{ kind: 'session-reminder' }])
      await ctx.db.execute(`UPDATE signup SET state = 'cancelled', active = NULL, cancelled_at = NOW(3) WHERE id = '${signup!.id}'`)
      await hear(ctx, 'notify.confirmed', { signupId: signup!.id })
      expect(await inboxOf(ctx, who!)).toHaveLength(1)
    }),
  )
})

describe('a moved session', () => {
  const times = (startsAt: string) => {
    const later = (minutes: number) => addMinutes(startsAt, minutes).toISOString()
    return { startsAt, endsAt: later(120), signupOpensAt: '2026-11-01T00:00:00.000Z', signupClosesAt: startsAt, lateCancelAt: later(-60) }
  }
  const words = {
    title: '净滩',
    timeZone: 'Asia/Shanghai',
    city: '深圳',
    place: '福田红树林',
    online: false,
    bring: '',
    privateDetails: '',
  }
  const move = async (ctx: Ctx, scene: Awaited<ReturnType<typeof makeScene>>, startsAt: string, at: Date) => {
    const wasAt = scene.session.startsAt.toISOString()
    await changeSession(actingAs(ctx, actorOf(scene.host), at), scene.session.id, { ...words, ...times(startsAt) })
    return { sessionId: scene.session.id, wasAt, movedAt: at.toISOString() }
  }

  it(
    'is told once to everybody who signed up before, and to nobody who came later',
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const told = await move(ctx, scene, '2026-11-28T06:00:00.000Z', addMinutes(ctx.now, 1))
      const late = await makeEmployee(ctx)
      await signUpOf({ ...ctx, now: addMinutes(ctx.now, 2) }, scene.session, late.id)
      for (let time = 0; time < 2; time++) await hear(ctx, 'notify.moved', told)
      for (const who of scene.people) {
        expect(await inboxOf(ctx, who)).toMatchObject([
          { kind: 'session-moved', facts: { at: '2026-11-28T06:00:00.000Z', place: '福田红树林' }, opens: { page: 'session' } },
        ])
      }
      expect(await inboxOf(ctx, late)).toEqual([])
    }),
  )

  it(
    'is told as it is in the end when it moves again, and not at all when it is cancelled',
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 1 })
      const [who] = scene.people
      const first = await move(ctx, scene, '2026-11-28T06:00:00.000Z', addMinutes(ctx.now, 1))
      const second = await move(ctx, scene, '2026-11-29T06:00:00.000Z', addMinutes(ctx.now, 2))
      for (const told of [first, second]) await hear(ctx, 'notify.moved', told)
      expect(await inboxOf(ctx, who!)).toMatchObject([{ kind: 'session-moved', facts: { at: '2026-11-29T06:00:00.000Z' } }])
      const third = await move(ctx, scene, '2026-11-30T06:00:00.000Z', addMinutes(ctx.now, 3))
      await cancelSession(actingAs(ctx, actorOf(scene.host), addMinutes(ctx.now, 4)), scene.session.id, { reason: '台风' })
      await hear(ctx, 'notify.moved', third)
      expect(await inboxOf(ctx, who!)).toHaveLength(1)
    }),
  )

  it(
    'wakes nobody, unless they would set out in the morning for where it is not',
    inTest(async (ctx) => {
      const night = new Date('2026-11-20T15:30:00.000Z')
      const dueOf = async (startsAt: string) => {
        const scene = await makeScene(ctx, { people: 1, startsAt: new Date(startsAt) })
        await hear({ ...ctx, now: night }, 'notify.moved', await move(ctx, scene, '2026-11-28T06:00:00.000Z', addMinutes(ctx.now, 1)))
        const [notice] = await inboxOf(ctx, scene.people[0]!)
        const sending = await waiting(ctx, 'notify.deliver')
        return sending.find(({ payload }) => (payload as { noticeId: string }).noticeId === notice?.id)?.dueAt.toISOString()
      }
      expect(await dueOf('2026-11-21T00:30:00.000Z')).toBe(night.toISOString())
      expect(await dueOf('2026-11-22T00:30:00.000Z')).toBe('2026-11-21T00:00:00.000Z')
    }),
  )
})

describe('a cancelled session', () => {
  it(
    'is told to everybody who has a place or waits, with the reason',
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 3 })
      const before = minute(scene, -600)
      await cancelSession(actingAs(ctx, actorOf(scene.host), before), scene.session.id, { reason: '台风' })
      await hear(ctx, 'notify.cancelled', { sessionId: scene.session.id })
      for (const who of scene.people) {
        expect(await inboxOf(ctx, who)).toMatchObject([{ kind: 'session-cancelled', facts: { reason: '台风' } }])
      }
    }),
  )
})

describe('issued hours', () => {
  it(
    'are told with minutes and credit, opened to their journal',
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const [who] = scene.people
      const { journalId } = await issue(ctx, scene, { who: who!, minutes: 90 })
      await hear(asHost(ctx, scene), 'notify.issued', { journalId, employeeId: who!.id, attendanceId: 'att_0000000000001' })
      expect(await inboxOf(ctx, who!)).toMatchObject([
        { kind: 'hours-issued', facts: { minutes: 90, amountFen: 10_000 }, opens: { page: 'journal', id: journalId } },
      ])
    }),
  )
})

describe('the inbox', () => {
  const draft = (employeeId: string, subject: string) => ({
    employeeId,
    kind: 'hours-issued' as const,
    subject,
    facts: { title: '净滩' },
    opens: { page: 'journal' as const, id: 'jnl_0000000000001' },
  })

  it(
    'counts what is unread, and forgets it up to what was seen',
    inTest(async (ctx) => {
      const who = await makeEmployee(ctx)
      const mine = actingAs(ctx, actorOf(who))
      await makeNotices(
        ctx,
        ['a', 'b'].map((subject) => draft(who.id, subject)),
      )
      const [newest, oldest] = await inboxOf(ctx, who)
      expect(await getInboxState(mine)).toEqual({ unread: 2 })
      expect(await readNotices(mine, oldest!.id)).toEqual({ unread: 1 })
      expect(await readNotices(mine, newest!.id)).toEqual({ unread: 0 })
      expect(await readNotices(actingAs(ctx, actorOf(await makeEmployee(ctx))), newest!.id)).toEqual({ unread: 0 })
    }),
  )

  it(
    'is one’s own: nobody reads that of another, and nobody without a login reads any',
    inTest(async (ctx) => {
      const [who, other] = [await makeEmployee(ctx), await makeEmployee(ctx)]
      await makeNotices(ctx, [draft(who.id, 'a')])
      expect(await inboxOf(ctx, other)).toEqual([])
      await expect(listMyNotices(actingAs(ctx, { kind: 'anonymous' }), { limit: 1 })).rejects.toMatchObject({ code: 'login-required' })
      await expect(makeNotices(actingAs(ctx, actorOf(who)), [draft(other.id, 'a')])).rejects.toMatchObject({ code: 'role-required' })
    }),
  )

  it('has messages sent in the morning when they were made at night', () =>
    rolledBack(
      app,
      { kind: 'system', job: 'test' },
      async (ctx) => {
        const who = await makeEmployee(ctx)
        await makeNotices(ctx, [draft(who.id, 'night')])
        const [notice] = await inboxOf(ctx, who)
        const [message] = (await waiting(ctx, 'notify.deliver')).filter(
          ({ payload }) => (payload as { noticeId: string }).noticeId === notice?.id,
        )
        expect(message?.dueAt.toISOString()).toBe('2026-11-21T00:00:00.000Z')
      },
      '2026-11-20T15:30:00.000Z',
    ))
})

describe('consents', () => {
  it(
    'are recorded for kinds that have a template here, and for no others',
    inTest(async (ctx) => {
      const who = actingAs(ctx, actorOf(await makeEmployee(ctx)))
      expect(await recordMessageConsent(who, ['session-reminder'])).toEqual({ recorded: [] })
      const wechat = { appId: 'wx', baseUrl: '', templates: { 'session-reminder': { id: 'tpl-1', fields: {} } } }
      const configured = { ...who, app: { ...app, config: { ...app.config, wechat } } }
      expect(await recordMessageConsent(configured, ['signup-confirmed', 'session-cancelled', 'session-reminder'])).toEqual({
        recorded: ['session-reminder'],
      })
      await expect(recordMessageConsent(actingAs(configured, { kind: 'anonymous' }), ['session-reminder'])).rejects.toMatchObject({
        code: 'login-required',
      })
    }),
  )
})

it(
  'reminds of nothing that has begun',
  inTest(async (ctx) => {
    const scene = await makeScene(ctx, { people: 0, startsAt: addMinutes(ctx.now, 60) })
    const session = await openSessionOf(ctx, scene.project, { startsAt: addMinutes(ctx.now, 60) })
    const who = await makeEmployee(ctx)
    const { id: signupId } = await signUpOf(ctx, session, who.id)
    await hear(ctx, 'notify.confirmed', { signupId })
    const due = (await waiting(ctx, 'notify.remind')).filter(({ payload }) => (payload as { signupId: string }).signupId === signupId)
    expect(due).toEqual([])
  }),
)
