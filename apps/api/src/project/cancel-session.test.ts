import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { openSessionOf, projectScene, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { cancelSession } from './cancel-session.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('session.cancelled') })
})
afterAll(closeApps)

const reason = '台风预警，改期举行'

describe('cancelSession', () => {
  it('calls a session off with notice and leaves the sign-ups as the facts they are', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost, stranger } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project)
      await signUpOf(ctx, session, stranger.id)
      expect(await cancelSession(asHost, session.id, { reason })).toMatchObject({ state: 'cancelled', confirmed: 1 })
      expect(await messagesOf(ctx, 'session.cancelled', session.id)).toHaveLength(1)
      expect(await tracesOf(ctx, session.id)).toMatchObject([{ action: 'session.cancelled', detail: { reason } }])
    }))

  it('refuses to cancel twice', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project)
      await cancelSession(asHost, session.id, { reason })
      await expect(cancelSession(asHost, session.id, { reason })).rejects.toMatchObject({ code: 'session-cancelled', data: { reason } })
    }))

  it('refuses a session that has started', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, -1) })
      await expect(cancelSession(asHost, session.id, { reason })).rejects.toMatchObject({ code: 'session-started' })
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asLead } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project)
      await expect(cancelSession(asLead, session.id, { reason })).rejects.toMatchObject({ code: 'host-required' })
    }))

  it('knows no session by a made-up id', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { asHost } = await projectScene(ctx, 'published')
      await expect(cancelSession(asHost, 'ses_0000000000000', { reason })).rejects.toMatchObject({ code: 'not-found' })
    }))
})
