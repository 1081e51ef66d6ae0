import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { openSessionOf, projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { cancelSession } from './cancel-session.ts'
import { closeProject } from './close-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const reason = '三年圆满，感谢同行'

describe('closeProject', () => {
  it('ends a project whose sessions are over', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'published')
      await openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, -180), minutes: 180 })
      expect(await closeProject(asHost, project.id, { reason })).toMatchObject({ state: 'closed', stateReason: reason })
      expect(await tracesOf(ctx, project.id)).toMatchObject([{ action: 'project.closed', detail: { reason } }])
    }))

  it('drops a draft', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'draft')
      expect(await closeProject(asHost, project.id, { reason })).toMatchObject({ state: 'closed' })
    }))

  it('refuses while a session runs or lies ahead, and no longer once they are cancelled', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'published')
      const { id, startsAt } = await openSessionOf(ctx, project)
      const refusal = { code: 'sessions-ahead', data: { count: 1, nextAt: startsAt.toISOString() } }
      await expect(closeProject(asHost, project.id, { reason })).rejects.toMatchObject(refusal)
      await cancelSession(asHost, id, { reason })
      expect(await closeProject(asHost, project.id, { reason })).toMatchObject({ state: 'closed' })
    }))

  it('refuses what is closed', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'closed')
      await expect(closeProject(asHost, project.id, { reason })).rejects.toMatchObject({ code: 'project-state' })
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asStranger } = await projectScene(ctx, 'published')
      await expect(closeProject(asStranger, project.id, { reason })).rejects.toMatchObject({ code: 'host-required' })
    }))
})
