import type { App } from '@yijian/api/core/app'
import { inTransaction } from '@yijian/api/core/context'
import { workOnce } from '@yijian/api/core/jobs/worker'
import { certificateListeners, makeCertificate } from '@yijian/api/certificate/index'
import { checkCertificate } from '@yijian/api/certificate/check-certificate'
import { listMyCertificates } from '@yijian/api/certificate/list-my-certificates'
import { refuse } from '@yijian/api/core/problems'
import { storedFile } from '@yijian/api/file/tables'
import { setHonourConsent } from '@yijian/api/honour/set-honour-consent'
import { honourConsent } from '@yijian/api/honour/tables'
import { completeHours, issueHours } from '@yijian/api/hours/index'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Scene, attendAll, makeScene, minute } from '../support/attendance.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { lookAndCorrect } from '../support/hours.ts'
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

// Sixteen papers may be printed, which a busy machine takes its time for.
it('never leaves a paper valid that a correction made at the same moment has made untrue', { timeout: 120_000 }, async () => {
  for (const _ of times(8, () => null)) {
    const { people, lead, branch, attendanceId } = await issued()
    const mine = await ctxOf(app, actorOf(people[0]!))
    const leading = await ctxOf(app, actorOf(lead, { leads: branch }))
    const period = { fromOn: '2020-01-01', toOn: shanghaiDay(mine.now) }
    const work = async () => void (await workOnce(app))
    const [paper] = await Promise.all([makeCertificate(mine, period), lookAndCorrect(leading, { attendanceId, minutes: 120 }).then(work)])
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
  expect(await mine.db.select().from(storedFile).where(eq(storedFile.uploaderId, people[0]!.id))).toHaveLength(1)
})

/** The store of the app with a deed done at each paper that comes in, as if it took long to print. */
function storing(onPaper: (key: string) => Promise<void>): App {
  const put: App['storage']['put'] = async (key, content) => {
    await onPaper(key)
    await app.storage.put(key, content)
  }
  return { ...app, storage: { ...app.storage, put } }
}

it('lets a correction through while a paper is printed, and hands out what is true after it', async () => {
  const { people, lead, branch, attendanceId } = await issued()
  const leading = await ctxOf(app, actorOf(lead, { leads: branch }))
  const keys: string[] = []
  const slow = storing(async (key) => {
    if (keys.push(key) === 1) await lookAndCorrect(leading, { attendanceId, minutes: 120 })
  })
  const mine = await ctxOf(slow, actorOf(people[0]!))
  const paper = await makeCertificate(mine, { fromOn: '2020-01-01', toOn: shanghaiDay(mine.now) })
  expect(paper).toMatchObject({ minutes: 120, state: 'valid' })
  const [first = '', second = ''] = keys
  expect([keys.length, await app.storage.get(first), (await app.storage.get(second)) !== null]).toEqual([2, null, true])
  expect((await listMyCertificates(mine, { limit: 20 })).items).toEqual([paper])
})

it('leaves nothing behind when a paper cannot be stored, and makes it when asked again', async () => {
  const { people } = await issued()
  const broken = storing(async () => {
    throw refuse('storage-unavailable', { retryAfterSeconds: 5 })
  })
  const mine = await ctxOf(app, actorOf(people[0]!))
  const period = { fromOn: '2020-01-01', toOn: shanghaiDay(mine.now) }
  await expect(makeCertificate({ ...mine, app: broken }, period)).rejects.toMatchObject({ code: 'storage-unavailable' })
  expect((await listMyCertificates(mine, { limit: 20 })).items).toEqual([])
  expect(await mine.db.select().from(storedFile).where(eq(storedFile.uploaderId, people[0]!.id))).toEqual([])
  expect(await makeCertificate(mine, period)).toMatchObject({ minutes: 180, state: 'valid' })
})

it('takes ten taps on one switch for one consent', async () => {
  const who = await makeEmployee(app)
  const mine = await ctxOf(app, actorOf(who))
  await race(times(10, () => () => setHonourConsent(mine, { field: 'hours', shown: true })))
  const rows = await mine.db.select().from(honourConsent).where(eq(honourConsent.employeeId, who.id))
  expect(rows).toMatchObject([{ field: 'hours', version: 1, active: 1 }])
})
