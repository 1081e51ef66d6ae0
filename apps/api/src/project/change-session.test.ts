import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { openSessionOf, projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { cancelSession } from './cancel-session.ts'
import { changeSession } from './change-session.ts'
import { sessionDetail } from './read.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('session.changed', 'session.moved') })
})
afterAll(closeApps)

const change = {
  title: '净滩 · 改到福田',
  startsAt: '2026-11-29T01:00:00.000Z',
  endsAt: '2026-11-29T03:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  city: '深圳',
  place: '福田红树林',
  online: false,
  signupOpensAt: '2026-11-01T00:00:00.000Z',
  signupClosesAt: '2026-11-29T01:00:00.000Z',
  lateCancelAt: '2026-11-28T01:00:00.000Z',
  bring: '',
  privateDetails: '',
}
const inScene = (test: (scene: Awaited<ReturnType<typeof makeScene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'anonymous' }, async (ctx) => test(await makeScene(ctx)), '2026-11-20T04:00:00.000Z')

async function makeScene(ctx: Parameters<typeof projectScene>[0]) {
  const scene = await projectScene(ctx, 'published')
  return { ...scene, ctx, session: await openSessionOf(ctx, scene.project) }
}

describe('changeSession', () => {
  it('moves a session and tells, with the old time and place on record', () =>
    inScene(async ({ ctx, asHost, session }) => {
      expect(await changeSession(asHost, session.id, change)).toMatchObject({
        startsAt: change.startsAt,
        place: change.place,
        capacity: 50,
      })
      expect(await messagesOf(ctx, 'session.changed', session.id)).toHaveLength(1)
      const movedAt = ctx.now.toISOString()
      expect(await messagesOf(ctx, 'session.moved', session.id)).toEqual([
        { sessionId: session.id, wasAt: session.startsAt.toISOString(), movedAt },
      ])
      expect(await sessionDetail(ctx, session.id)).toMatchObject({ movedAt })
      const before = { startsAt: session.startsAt.toISOString(), place: '深圳湾公园 B 口集合' }
      expect(await tracesOf(ctx, session.id)).toMatchObject([{ action: 'session.changed', detail: { before } }])
    }))

  it('does not call it moved when other words change', () =>
    inScene(async ({ ctx, asHost, session }) => {
      await changeSession(asHost, session.id, change)
      const later = { ...asHost, now: addMinutes(ctx.now, 5) }
      await changeSession(later, session.id, { ...change, bring: '帽子', lateCancelAt: change.startsAt })
      expect(await messagesOf(ctx, 'session.moved', session.id)).toHaveLength(1)
      expect(await sessionDetail(ctx, session.id)).toMatchObject({ bring: '帽子', movedAt: ctx.now.toISOString() })
    }))

  it('refuses times that do not fit', () =>
    inScene(async ({ asHost, session }) => {
      const backwards = { ...change, endsAt: change.startsAt }
      await expect(changeSession(asHost, session.id, backwards)).rejects.toMatchObject({ code: 'session-times' })
    }))

  it('refuses a session that has started', () =>
    inScene(async ({ ctx, project, asHost }) => {
      const { id } = await openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, -1) })
      await expect(changeSession(asHost, id, change)).rejects.toMatchObject({ code: 'session-started' })
    }))

  it('keeps the times once check-in is open, and lets the place change', () =>
    inScene(async ({ asHost, session }) => {
      const { startsAt, endsAt } = session
      const same = { ...change, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), signupClosesAt: startsAt.toISOString() }
      const atDoor = { ...asHost, now: addMinutes(startsAt, -30) }
      const times = { ...same, lateCancelAt: same.startsAt }
      await expect(changeSession(atDoor, session.id, { ...times, endsAt: addMinutes(endsAt, 30).toISOString() })).rejects.toMatchObject({
        code: 'check-in-open',
        data: { opensAt: atDoor.now.toISOString() },
      })
      expect(await changeSession(atDoor, session.id, times)).toMatchObject({ place: '福田红树林' })
      const before = { ...asHost, now: addMinutes(startsAt, -31) }
      expect(await changeSession(before, session.id, { ...times, endsAt: addMinutes(endsAt, 30).toISOString() })).toMatchObject({
        startsAt: same.startsAt,
      })
    }))

  it('refuses a cancelled session', () =>
    inScene(async ({ asHost, session }) => {
      await cancelSession(asHost, session.id, { reason: '台风预警' })
      const refusal = { code: 'session-cancelled', data: { reason: '台风预警' } }
      await expect(changeSession(asHost, session.id, change)).rejects.toMatchObject(refusal)
    }))

  it('refuses the wrong role', () =>
    inScene(async ({ asStranger, session }) => {
      await expect(changeSession(asStranger, session.id, change)).rejects.toMatchObject({ code: 'host-required' })
    }))
})
