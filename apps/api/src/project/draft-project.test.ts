import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import { as } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { draftProject } from './draft-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const words = {
  title: '深圳湾红树林净滩',
  field: 'environment' as const,
  city: '深圳',
  story: '每月一次，清理海漂垃圾。<script>alert(1)</script> 🌱',
  organiser: '志愿者协会',
}

describe('draftProject', () => {
  it('begins a project with the person as its host from today on', () =>
    rolledBack(
      app,
      { kind: 'anonymous' },
      async (ctx) => {
        const [branch, me] = [await makeBranch(ctx), await makeEmployee(ctx, { name: '陈小禾' })]
        const project = await draftProject(as(ctx, me), { ...words, branchId: branch.id })
        expect(project).toMatchObject({ ...words, state: 'draft', branch: { id: branch.id }, iHost: true, stateReason: null, sessions: [] })
        // Ten past four in the afternoon in UTC is past midnight in Shanghai.
        expect(project.hosts).toMatchObject([{ person: { id: me.id, name: '陈小禾' }, part: 'host', startsOn: '2026-11-21', endsOn: null }])
        expect(await tracesOf(ctx, project.id)).toMatchObject([{ action: 'project.drafted', actorId: me.id }])
      },
      '2026-11-20T16:10:00.000Z',
    ))

  it('knows no branch by a made-up id', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const me = await makeEmployee(ctx)
      await expect(draftProject(as(ctx, me), { ...words, branchId: 'brn_0000000000000' })).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const branch = await makeBranch(ctx)
      await expect(draftProject(ctx, { ...words, branchId: branch.id })).rejects.toMatchObject({ code: 'login-required' })
    }))
})
