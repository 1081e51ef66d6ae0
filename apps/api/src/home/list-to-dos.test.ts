import type { ToDo } from '@yijian/shared/home/shapes'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeEmployee, type RoleOf } from '../../../../test/support/people.ts'
import { as, makeProject, openSessionOf, projectScene, signUpOf } from '../../../../test/support/projects.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import { attendance } from '../attendance/tables.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { completeHours } from '../hours/index.ts'
import { reviewProject } from '../project/review-project.ts'
import { submitProject } from '../project/submit-project.ts'
import { projectHost } from '../project/tables.ts'
import { listToDos } from './list-to-dos.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => () => rolledBack(app, { kind: 'anonymous' }, fn)
const kindsOf = async (ctx: Ctx): Promise<ToDo['kind'][]> => (await listToDos(ctx)).map(({ kind }) => kind)

type Scene = Awaited<ReturnType<typeof projectScene>>

/** A session that ended an hour ago, with two volunteers and the host present all the time. */
async function endedSession(ctx: Ctx, { project, host }: Scene) {
  const startsAt = addMinutes(ctx.now, -240)
  const session = await openSessionOf(ctx, project, { startsAt, minutes: 180 })
  const people = [await makeEmployee(ctx), await makeEmployee(ctx), host]
  for (const { id: employeeId } of people) {
    await signUpOf(ctx, session, employeeId)
    const presence = { inAt: startsAt, outAt: session.endsAt, named: false, place: 1 }
    await ctx.db.insert(attendance).values({ id: ctx.app.newId('attendance'), sessionId: session.id, employeeId, ...presence })
  }
  return { session, people }
}

async function completeAll(asHost: Ctx, sessionId: string) {
  const rows = await asHost.db.select().from(attendance)
  const items = rows.filter((row) => row.sessionId === sessionId).map(({ id: attendanceId }) => ({ attendanceId, minutes: 180 }))
  await completeHours(asHost, sessionId, items)
}

describe('listToDos', () => {
  it(
    'brings a draft back to its hosts that a reviewer returned, and no other draft',
    inTest(async (ctx) => {
      const scene = await projectScene(ctx, 'draft')
      expect(await listToDos(scene.asHost)).toEqual([])
      await submitProject(scene.asHost, scene.project.id)
      await reviewProject(scene.asLead, scene.project.id, { decision: 'returned', reason: '请补充安全安排' })
      const expected = {
        kind: 'project-returned',
        projectId: scene.project.id,
        sessionId: null,
        title: '深圳湾红树林净滩',
        at: ctx.now.toISOString(),
        count: 1,
      }
      expect(await listToDos(scene.asHost)).toEqual([expected])
      await submitProject(scene.asHost, scene.project.id)
      expect(await listToDos(scene.asHost)).toEqual([])
    }),
  )

  it(
    'shows a session from the opening of its check-in until its end',
    inTest(async (ctx) => {
      const { project, asHost, stranger } = await projectScene(ctx, 'published')
      const soon = await openSessionOf(ctx, project, { title: '马上开始', startsAt: addMinutes(ctx.now, 30) })
      await openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, 31) })
      await openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, -60), endsAt: ctx.now })
      await signUpOf(ctx, soon, stranger.id)
      expect(await listToDos(asHost)).toMatchObject([
        { kind: 'session-running', sessionId: soon.id, title: '马上开始', at: soon.startsAt.toISOString(), count: 1 },
      ])
    }),
  )

  it(
    'counts who waits to be confirmed, then to be issued, and gives the own hours of hosts to the lead',
    inTest(async (ctx) => {
      const scene = await projectScene(ctx, 'published')
      const { session } = await endedSession(ctx, scene)
      const about = { projectId: scene.project.id, sessionId: session.id }
      expect(await listToDos(scene.asHost)).toMatchObject([
        { kind: 'hours-to-complete', ...about, at: session.endsAt.toISOString(), count: 3 },
      ])
      expect(await listToDos(scene.asLead)).toEqual([])
      await completeAll(scene.asHost, session.id)
      expect(await listToDos(scene.asHost)).toMatchObject([{ kind: 'hours-to-issue', ...about, at: ctx.now.toISOString(), count: 2 }])
      expect(await listToDos(scene.asLead)).toMatchObject([{ kind: 'own-hours-to-issue', ...about, count: 1 }])
    }),
  )

  it(
    'gives a project in review to the leads of its branch, but not to one who hosts it',
    inTest(async (ctx) => {
      const { branch, project, host, asLead } = await projectScene(ctx, 'in-review')
      const leadsToo: RoleOf = { leads: branch }
      expect(await listToDos(asLead)).toMatchObject([{ kind: 'project-to-review', projectId: project.id, sessionId: null, count: 1 }])
      expect(await listToDos(as(ctx, host, leadsToo))).toEqual([])
    }),
  )

  it(
    'shows the oldest first',
    inTest(async (ctx) => {
      const scene = await projectScene(ctx, 'published')
      const { host, branch } = scene
      await makeProject(ctx, { hostId: scene.stranger.id, branchId: branch.id, state: 'in-review' })
      await endedSession(ctx, scene)
      await openSessionOf(ctx, scene.project, { startsAt: addMinutes(ctx.now, -10) })
      expect(await kindsOf(as(ctx, host, { leads: branch }))).toEqual(['hours-to-complete', 'session-running', 'project-to-review'])
    }),
  )

  it(
    'shows nothing to people it does not concern, and nothing once a host has left',
    inTest(async (ctx) => {
      const scene = await projectScene(ctx, 'published')
      await endedSession(ctx, scene)
      const otherBranch = await projectScene(ctx, 'published')
      for (const other of [scene.asStranger, otherBranch.asHost, otherBranch.asLead, as(ctx, scene.stranger, 'operator')]) {
        expect(await listToDos(other)).toEqual([])
      }
      const ended = { active: null, endedAt: ctx.now, endsOn: shanghaiDay(ctx.now) }
      await ctx.db.update(projectHost).set(ended).where(eq(projectHost.projectId, scene.project.id))
      expect(await listToDos(scene.asHost)).toEqual([])
    }),
  )

  it(
    'asks two statements, however much waits',
    inTest(async (ctx) => {
      const scene = await projectScene(ctx, 'published')
      for (let n = 0; n < 5; n++) await endedSession(ctx, scene)
      expect((await effortOf(ctx, () => listToDos(as(ctx, scene.host, { leads: scene.branch })))).statements).toBe(2)
    }),
  )

  it(
    'refuses who is not logged in',
    inTest(async (ctx) => {
      await expect(listToDos(ctx)).rejects.toMatchObject({ code: 'login-required' })
    }),
  )
})
