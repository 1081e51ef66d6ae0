import type { App } from '@yijian/api/core/app'
import { inTransaction } from '@yijian/api/core/context'
import { workOnce } from '@yijian/api/core/jobs/worker'
import { certificateListeners, makeCertificate } from '@yijian/api/certificate/index'
import { checkCertificate } from '@yijian/api/certificate/check-certificate'
import { setHonourConsent } from '@yijian/api/honour/set-honour-consent'
import { honourConsent } from '@yijian/api/honour/tables'
import { completeHours, correctHours, issueHours } from '@yijian/api/hours/index'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Scene, attendAll, makeScene, minute } from '../support/attendance.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeEmployee } from '../support/people.ts'
import { race, times } from '../support/race.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'certificates', listeners: certificateListeners })
})
afterAll(closeApps)

/** Yesterday's three hours of one person, issued. */
async function issued(): Promise<Scene & { attendanceId: string }> {
  const ctx = await systemCtx(app)
  const startsAt = addMinutes(ctx.now, -1440)
  return inTransaction(ctx, async (ctx) => {
    const scene = await makeScene(ctx, { startsAt, people: 1 })
    const [attendanceId = ''] = await attendAll(ctx, scene)
    const host = { ...ctx, actor: actorOf(scene.host), now: minute(scene, 181) }
    await completeHours(host, scene.session.id, [{ attendanceId, minutes: 180 }])
    await issueHours(host, scene.session.id)
    return { ...scene, attendanceId }
  })
}

it('never leaves a paper valid that a correction made at the same moment has made untrue', async () => {
  for (const _ of times(8, () => null)) {
    const { people, lead, branch, attendanceId } = await issued()
    const mine = await ctxOf(app, actorOf(people[0]!))
    const leading = await ctxOf(app, actorOf(lead, { leads: branch }))
    const period = { fromOn: '2020-01-01', toOn: shanghaiDay(mine.now) }
    const work = async () => void (await workOnce(app))
    const [paper] = await Promise.all([
      makeCertificate(mine, period),
      correctHours(leading, { attendanceId, minutes: 120, reason: '核对' }).then(work),
    ])
    while ((await workOnce(app)) > 0);
    const { state, minutes } = await checkCertificate(await systemCtx(app), paper.certificateNo)
    expect([minutes, state]).toEqual(minutes === 120 ? [120, 'valid'] : [180, 'superseded'])
  }
})

it('makes one certificate of ten taps', async () => {
  const { people } = await issued()
  const mine = await ctxOf(app, actorOf(people[0]!))
  const { won } = await race(times(10, () => () => makeCertificate(mine, { fromOn: '2020-01-01', toOn: shanghaiDay(mine.now) })))
  expect(new Set(won.map(({ id }) => id)).size).toBe(1)
})

it('takes ten taps on one switch for one consent', async () => {
  const who = await makeEmployee(app)
  const mine = await ctxOf(app, actorOf(who))
  await race(times(10, () => () => setHonourConsent(mine, { field: 'hours', shown: true })))
  const rows = await mine.db.select().from(honourConsent).where(eq(honourConsent.employeeId, who.id))
  expect(rows).toMatchObject([{ field: 'hours', version: 1, active: 1 }])
})
