import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import { as, makeProject, openSessionOf, projectScene, publishedProject } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { listHostedProjects, listProjects, listProjectsInReview } from './list-projects.ts'
import { reviewProject } from './review-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const later = (ctx: Ctx, minutes: number): Ctx => ({ ...ctx, now: addMinutes(ctx.now, minutes) })

describe('listProjects', () => {
  it('lists published projects, the newest first, with their hosts and next session', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { branch, project, host, asStranger } = await projectScene(ctx, 'published')
      const newer = await publishedProject(later(ctx, 1), { hostId: host.id, branchId: branch.id, title: '新的' })
      await makeProject(ctx, { hostId: host.id, branchId: branch.id, state: 'in-review' })
      await openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, 3000) })
      const { startsAt } = await openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, 2000) })
      await openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, -2000) })
      const { items } = await listProjects(asStranger, { branchId: branch.id, limit: 20 })
      expect(items).toMatchObject([
        { id: newer.id, title: '新的', sessionsAhead: 0, nextSessionAt: null, hosts: [{ id: host.id }], returnReason: null },
        { id: project.id, sessionsAhead: 2, nextSessionAt: startsAt.toISOString(), branch: { id: branch.id, name: branch.name } },
      ])
    }))

  it('pages without a gap or a double, also among projects published at one instant', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { branch, project, host, asStranger } = await projectScene(ctx, 'published')
      const made = [project.id]
      for (let n = 0; n < 4; n++) made.push((await publishedProject(ctx, { hostId: host.id, branchId: branch.id })).id)
      const first = await listProjects(asStranger, { branchId: branch.id, limit: 3 })
      const second = await listProjects(asStranger, { branchId: branch.id, limit: 3, cursor: first.nextCursor ?? undefined })
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made.toReversed())
      expect(second.nextCursor).toBeNull()
    }))

  it('filters by field and city and finds Chinese words', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { branch, project, host, asStranger } = await projectScene(ctx, 'published')
      const wish = {
        hostId: host.id,
        branchId: branch.id,
        title: '乡村图书角',
        field: 'education-aid',
        city: '成都',
        story: '整理捐赠的图书',
      } as const
      const books = await publishedProject(ctx, wish)
      const found = async (query: Omit<Parameters<typeof listProjects>[1], 'limit'>) =>
        (await listProjects(asStranger, { branchId: branch.id, limit: 20, ...query })).items.map(({ id }) => id)
      expect(await found({ field: 'education-aid' })).toEqual([books.id])
      expect(await found({ city: '深圳' })).toEqual([project.id])
      expect(await found({ search: '捐赠的图书' })).toEqual([books.id])
      expect(await found({ search: '红树林' })).toEqual([project.id])
      expect(await found({ search: '图书 成都' })).toEqual([books.id])
      expect(await found({ search: '书图' })).toEqual([])
    }))

  it('asks the database twice', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { branch, asStranger } = await projectScene(ctx, 'published')
      const { statements } = await effortOf(ctx, async () => {
        expect((await listProjects(asStranger, { branchId: branch.id, search: '红树林', limit: 20 })).items).toHaveLength(1)
      })
      expect(statements).toBe(2)
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, (ctx) =>
      expect(listProjects(ctx, { limit: 20 })).rejects.toMatchObject({ code: 'login-required' }),
    ))
})

describe('listHostedProjects', () => {
  it('lists what the person hosts today, in every state, with the reason of a return', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { branch, project, host, asHost, asLead } = await projectScene(ctx, 'in-review')
      await reviewProject(asLead, project.id, { decision: 'returned', reason: '请补充安全须知' })
      const closed = await makeProject(ctx, { hostId: host.id, branchId: branch.id, state: 'closed' })
      expect((await listHostedProjects(asHost, { limit: 20 })).items).toMatchObject([
        { id: closed.id, state: 'closed', returnReason: null },
        { id: project.id, state: 'draft', returnReason: '请补充安全须知' },
      ])
      const first = await listHostedProjects(asHost, { limit: 1 })
      const second = await listHostedProjects(asHost, { limit: 1, cursor: first.nextCursor ?? undefined })
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([closed.id, project.id])
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, (ctx) =>
      expect(listHostedProjects(ctx, { limit: 20 })).rejects.toMatchObject({ code: 'login-required' }),
    ))
})

describe('listProjectsInReview', () => {
  it('lists what waits in the branches the person leads, the oldest first', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { branch, project, host, lead, asLead } = await projectScene(later(ctx, 1), 'in-review')
      const wish = { hostId: host.id, branchId: branch.id, state: 'in-review' } as const
      const older = await makeProject(ctx, wish)
      await makeProject(ctx, { ...wish, branchId: (await makeBranch(ctx)).id })
      await makeProject(ctx, { ...wish, hostId: lead.id })
      await makeProject(ctx, { ...wish, state: 'published' })
      const first = await listProjectsInReview(asLead, { limit: 1 })
      const second = await listProjectsInReview(asLead, { limit: 1, cursor: first.nextCursor ?? undefined })
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([older.id, project.id])
      expect(second.nextCursor).toBeNull()
    }))

  it('lists every branch to an operator', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const [one, other] = [await projectScene(ctx, 'in-review'), await projectScene(ctx, 'in-review')]
      const { items } = await listProjectsInReview(as(ctx, await makeEmployee(ctx), 'operator'), { limit: 100 })
      expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([one.project.id, other.project.id]))
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { asHost } = await projectScene(ctx, 'in-review')
      await expect(listProjectsInReview(asHost, { limit: 20 })).rejects.toMatchObject({ code: 'role-required' })
    }))
})
