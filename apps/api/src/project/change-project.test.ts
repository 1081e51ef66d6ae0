import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeBranch } from '../../../../test/support/people.ts'
import { projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { changeProject } from './change-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const words = { title: '红树林观鸟', field: 'animal-protection' as const, city: '深圳', story: '清晨观鸟。', organiser: '观鸟会' }

describe('changeProject', () => {
  it('changes the words of a published project, which goes on, and keeps what was said before', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, branch, asHost } = await projectScene(ctx, 'published')
      const changed = await changeProject(asHost, project.id, { ...words, branchId: branch.id })
      expect(changed).toMatchObject({ ...words, state: 'published' })
      const [trace] = await tracesOf(ctx, project.id)
      expect(trace?.action).toBe('project.changed')
      expect(trace?.detail).toMatchObject({ title: '深圳湾红树林净滩', organiser: '志愿者协会' })
      expect(trace?.detail).not.toHaveProperty('city')
    }))

  it('lets a draft move to another branch', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'draft')
      const other = await makeBranch(ctx)
      expect(await changeProject(asHost, project.id, { ...words, branchId: other.id })).toMatchObject({ branch: { id: other.id } })
    }))

  it('refuses to move a published project away from the branch that reviewed it', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'published')
      const other = await makeBranch(ctx)
      await expect(changeProject(asHost, project.id, { ...words, branchId: other.id })).rejects.toMatchObject({ code: 'project-state' })
    }))

  it('refuses to rewrite a closed project', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, branch, asHost } = await projectScene(ctx, 'closed')
      await expect(changeProject(asHost, project.id, { ...words, branchId: branch.id })).rejects.toMatchObject({ code: 'project-state' })
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, branch, asLead } = await projectScene(ctx, 'published')
      await expect(changeProject(asLead, project.id, { ...words, branchId: branch.id })).rejects.toMatchObject({ code: 'host-required' })
    }))
})
