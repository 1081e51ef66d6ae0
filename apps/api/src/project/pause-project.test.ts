import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { listProjects } from './list-projects.ts'
import { pauseProject } from './pause-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const reason = '冬季风大，开春再见'

describe('pauseProject', () => {
  it('hides a project from the list, with the reason on its page', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, branch, asHost, asStranger } = await projectScene(ctx, 'published')
      const listed = async () => (await listProjects(asStranger, { branchId: branch.id, limit: 20 })).items.map(({ id }) => id)
      expect(await listed()).toEqual([project.id])
      expect(await pauseProject(asHost, project.id, { reason })).toMatchObject({ state: 'paused', stateReason: reason })
      expect(await listed()).toEqual([])
      expect(await tracesOf(ctx, project.id)).toMatchObject([{ action: 'project.paused', detail: { reason } }])
    }))

  it('refuses what is not published', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'draft')
      await expect(pauseProject(asHost, project.id, { reason })).rejects.toMatchObject({ code: 'project-state' })
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asStranger } = await projectScene(ctx, 'published')
      await expect(pauseProject(asStranger, project.id, { reason })).rejects.toMatchObject({ code: 'host-required' })
    }))
})
