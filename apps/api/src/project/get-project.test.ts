import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeBranch } from '../../../../test/support/people.ts'
import { as, openSessionOf, projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { getProject } from './get-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

describe('getProject', () => {
  it('shows a draft to its hosts and to those who would review it, and to nobody else', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, stranger, asHost, asLead, asStranger } = await projectScene(ctx, 'draft')
      expect(await getProject(asHost, project.id)).toMatchObject({ iHost: true })
      expect(await getProject(asLead, project.id)).toMatchObject({ iHost: false })
      expect(await getProject(as(ctx, stranger, 'operator'), project.id)).toMatchObject({ state: 'draft' })
      await expect(getProject(asStranger, project.id)).rejects.toMatchObject({ code: 'not-found' })
      const elsewhere = as(ctx, stranger, { leads: await makeBranch(ctx) })
      await expect(getProject(elsewhere, project.id)).rejects.toMatchObject({ code: 'not-found' })
    }))

  it.each(['published', 'paused', 'closed'] as const)('shows a project that is %s to everybody', (state) =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asStranger } = await projectScene(ctx, state)
      expect(await getProject(asStranger, project.id)).toMatchObject({ state, reviews: [] })
    }),
  )

  it('lists coming sessions first, and past ones for its hosts', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost, asStranger } = await projectScene(ctx, 'published')
      const inDays = (days: number) => openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, days * 1440) })
      const [later, past, soon, longPast] = [await inDays(9), await inDays(-3), await inDays(2), await inDays(-30)]
      const ids = async (by: typeof asHost) => (await getProject(by, project.id)).sessions.map(({ id }) => id)
      expect(await ids(asStranger)).toEqual([soon.id, later.id])
      expect(await ids(asHost)).toEqual([soon.id, later.id, past.id, longPast.id])
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project } = await projectScene(ctx, 'published')
      await expect(getProject(ctx, project.id)).rejects.toMatchObject({ code: 'login-required' })
    }))
})
