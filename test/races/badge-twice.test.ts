import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { workOnce } from '@yijian/api/core/jobs/worker'
import { outboxMessage } from '@yijian/api/core/tables'
import { honourListeners } from '@yijian/api/honour/index'
import { renewBadges } from '@yijian/api/honour/renew-badges'
import { badge } from '@yijian/api/honour/tables'
import { completeHours, issueHours } from '@yijian/api/hours/index'
import { addMinutes } from '@yijian/shared/kernel/time'
import { eq, inArray, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, attendAll, makeScene, minute } from '../support/attendance.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { lookAndCorrect } from '../support/hours.ts'
import { actorOf } from '../support/people.ts'
import { race, times } from '../support/race.ts'

/** Two processes on one database, each with a worker. */
let processes: App[]
let app: App
let ctx: Ctx
beforeAll(async () => {
  processes = [
    await testApp({ database: 'hours', listeners: honourListeners }),
    await testApp({ database: 'hours', listeners: honourListeners }),
  ]
  app = processes[0]!
  ctx = await systemCtx(app)
})
afterAll(closeApps)

/** Works until nothing is due in either process; a message that failed would wait longer and be found below. */
async function drain(): Promise<void> {
  const work = async (process: App): Promise<void> => {
    for (let idle = 0; idle < 2;) idle = (await workOnce(process)) === 0 ? idle + 1 : 0
  }
  await Promise.all(processes.map(work))
  expect(await ctx.db.select().from(outboxMessage).where(ne(outboxMessage.state, 'done'))).toEqual([])
}

/** Yesterday's session of these people, three hours each, issued. */
async function issued(people: number): Promise<Scene & { attendanceIds: string[] }> {
  const startsAt = addMinutes((await systemCtx(app)).now, -1440)
  return inTransaction(ctx, async (ctx) => {
    const scene = await makeScene(ctx, { startsAt, people })
    const attendanceIds = await attendAll(ctx, scene)
    const host = { ...ctx, actor: actorOf(scene.host), now: minute(scene, 181) }
    const items = attendanceIds.map((attendanceId) => ({ attendanceId, minutes: 180 }))
    await completeHours(host, scene.session.id, items)
    await issueHours(host, scene.session.id)
    return { ...scene, attendanceIds }
  })
}
const badgesOf = (...people: { id: string }[]) =>
  ctx.db
    .select()
    .from(badge)
    .where(
      inArray(
        badge.employeeId,
        people.map(({ id }) => id),
      ),
    )

describe('two workers', () => {
  it('give every person one badge, and the host of them all one too', async () => {
    const scene = await issued(40)
    await drain()
    const given = await badgesOf(...scene.people)
    expect(given.map(({ employeeId }) => employeeId).sort()).toEqual(scene.people.map(({ id }) => id).sort())
    expect(new Set(given.map(({ code, timesUnlocked }) => `${code} ${timesUnlocked}`))).toEqual(new Set(['first-activity 1']))
    expect(await badgesOf(scene.host)).toMatchObject([{ code: 'first-hosted', timesUnlocked: 1 }])
  })

  it('that hear the same message ten times at once give one badge', async () => {
    const scene = await issued(1)
    const [who, attendanceId] = [scene.people[0]!, scene.attendanceIds[0]!]
    const { won } = await race(
      times(
        10,
        (n) => async () =>
          inTransaction(await systemCtx(processes[n % 2]!), (ctx) => renewBadges(ctx, { attendanceId, employeeId: who.id })),
      ),
    )
    expect(won).toHaveLength(10)
    expect(await badgesOf(who, scene.host)).toHaveLength(2)
    await drain()
  })

  it('that work while hours are corrected end with the badges the facts earn', async () => {
    for (const _ of times(4, () => null)) {
      const scene = await issued(1)
      const [who, attendanceId] = [scene.people[0]!, scene.attendanceIds[0]!]
      const correct = async (minutes: number) =>
        lookAndCorrect(await ctxOf(app, actorOf(scene.lead, { leads: scene.branch })), { attendanceId, minutes })
      await Promise.all([workOnce(processes[0]!), workOnce(processes[1]!), correct(0).then(() => workOnce(processes[1]!))])
      await drain()
      expect((await badgesOf(who, scene.host)).filter(({ suspendedAt }) => suspendedAt === null)).toEqual([])
      await correct(60)
      await drain()
      const [mine] = await ctx.db.select().from(badge).where(eq(badge.employeeId, who.id))
      expect(mine).toMatchObject({ code: 'first-activity', suspendedAt: null })
    }
  })
})
