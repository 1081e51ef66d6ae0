import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { resumeProject } from './resume-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

describe('resumeProject', () => {
  it('shows a paused project again', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'paused')
      expect(await resumeProject(asHost, project.id)).toMatchObject({ state: 'published', stateReason: null })
      expect(await tracesOf(ctx, project.id)).toMatchObject([{ action: 'project.resumed' }])
    }))

  it('refuses what is not paused', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'closed')
      await expect(resumeProject(asHost, project.id)).rejects.toMatchObject({ code: 'project-state' })
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asLead } = await projectScene(ctx, 'paused')
      await expect(resumeProject(asLead, project.id)).rejects.toMatchObject({ code: 'host-required' })
    }))
})
