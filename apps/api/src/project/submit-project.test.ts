import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { projectScene } from '../../../../test/support/projects.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import type { App } from '../core/app.ts'
import { submitProject } from './submit-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('project.submitted') })
})
afterAll(closeApps)

describe('submitProject', () => {
  it('hands a draft to the branch lead, with a trace and a message', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, host, asHost } = await projectScene(ctx, 'draft')
      expect(await submitProject(asHost, project.id)).toMatchObject({ id: project.id, state: 'in-review', iHost: true })
      expect(await tracesOf(ctx, project.id)).toMatchObject([{ action: 'project.submitted', actorId: host.id }])
      expect(await messagesOf(ctx, 'project.submitted', project.id)).toEqual([{ projectId: project.id }])
    }))

  it('refuses what is not a draft', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'published')
      const refusal = { code: 'project-state', data: { state: 'published', allowed: ['draft'] } }
      await expect(submitProject(asHost, project.id)).rejects.toMatchObject(refusal)
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asStranger, asLead } = await projectScene(ctx, 'draft')
      await expect(submitProject(asStranger, project.id)).rejects.toMatchObject({ code: 'host-required' })
      await expect(submitProject(asLead, project.id)).rejects.toMatchObject({ code: 'host-required' })
    }))
})
