import type { App } from '@yijian/api/core/app'
import { closeProject } from '@yijian/api/project/close-project'
import { endHost } from '@yijian/api/project/end-host'
import { hostsOf } from '@yijian/api/project/index'
import { openSession } from '@yijian/api/project/open-session'
import { reviewProject } from '@yijian/api/project/review-project'
import { project, projectHost, projectReview, session } from '@yijian/api/project/tables'
import { addMinutes } from '@yijian/shared/kernel/time'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeBranch, makeEmployee, makeEmployees } from '../support/people.ts'
import { makeProject, publishedProject } from '../support/projects.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ connections: 16 })
})
afterAll(closeApps)

const outcome = (work: Promise<unknown>) => work.then(() => 'done').catch((error: { code: string }) => error.code)

describe('several hands on one project', () => {
  it('leaves one host when all hosts end themselves at once', async () => {
    const [branch, hosts] = [await makeBranch(app), await makeEmployees(app, 5)]
    const made = await publishedProject(app, { hostId: hosts[0]!.id, branchId: branch.id })
    const ctx = await systemCtx(app)
    const row = { projectId: made.id, part: 'co-host' as const, startsOn: '2026-11-20', active: 1 }
    const rows = hosts.slice(1).map(({ id }) => ({ ...row, id: app.newId('projectHost'), employeeId: id }))
    await ctx.db.insert(projectHost).values(rows)
    const all = await ctx.db.select().from(projectHost).where(eq(projectHost.projectId, made.id))
    const ends = all.map(async ({ id, employeeId }) => endHost(await ctxOf(app, actorOf({ id: employeeId })), made.id, id))
    expect((await Promise.all(ends.map(outcome))).toSorted()).toEqual(['done', 'done', 'done', 'done', 'last-host'])
    expect(await hostsOf(ctx, made.id)).toHaveLength(1)
  })

  it('lets one of two reviewers decide', async () => {
    const [branch, host, one, other] = [await makeBranch(app), await makeEmployee(app), await makeEmployee(app), await makeEmployee(app)]
    const made = await makeProject(app, { hostId: host.id, branchId: branch.id, state: 'in-review' })
    const decide = async (by: { id: string }, decision: 'published' | 'returned') =>
      reviewProject(await ctxOf(app, actorOf(by, { leads: branch })), made.id, { decision, reason: '请补充' })
    const outcomes = await Promise.all([outcome(decide(one, 'published')), outcome(decide(other, 'returned'))])
    expect(outcomes.toSorted()).toEqual(['done', 'project-state'])
    const { db } = await systemCtx(app)
    expect(await db.select().from(projectReview).where(eq(projectReview.projectId, made.id))).toHaveLength(1)
  })

  it('never closes a project under a session that a co-host opens at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const [branch, host] = [await makeBranch(app), await makeEmployee(app)]
      const made = await publishedProject(app, { hostId: host.id, branchId: branch.id })
      const ctx = await ctxOf(app, actorOf(host))
      const startsAt = addMinutes(ctx.now, 600).toISOString()
      const endsAt = addMinutes(startsAt, 60).toISOString()
      const times = { startsAt, endsAt, signupOpensAt: ctx.now.toISOString(), signupClosesAt: startsAt, lateCancelAt: startsAt }
      const words = { title: '净滩', city: '深圳', place: '深圳湾', bring: '', privateDetails: '' }
      const draft = { ...words, ...times, timeZone: 'Asia/Shanghai', online: false, capacity: 5 }
      const works = [openSession(ctx, made.id, draft), closeProject(ctx, made.id, { reason: '圆满' })]
      const outcomes = await Promise.all((round % 2 === 0 ? works : works.toReversed()).map(outcome))
      expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
      const stranded = await ctx.db
        .select()
        .from(session)
        .innerJoin(project, eq(project.id, session.projectId))
        .where(and(eq(project.id, made.id), eq(project.state, 'closed')))
      expect(stranded).toEqual([])
    }
  })
})
