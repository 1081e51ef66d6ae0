import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, makeScene } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asHost, asLead, complete, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import { actorOf } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { issueHours } from '../hours/index.ts'
import { checkCertificate } from './check-certificate.ts'
import { certificateListeners } from './jobs.ts'
import { makeCertificate } from './make-certificate.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const NOW = '2026-11-21T02:00:00.000Z'
const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn, NOW)
const period = { fromOn: '2026-01-01', toOn: '2026-11-21' }

/** What the worker would do with the message of a correction. */
async function tell(ctx: Ctx, attendanceId: string, { id }: { id: string }): Promise<void> {
  for (const { hear, name } of certificateListeners) {
    const system = actingAs(ctx, { kind: 'system', job: name }, new Date('2026-11-22T02:00:00.000Z'))
    await hear(system, { attendanceId, employeeId: id, journalId: 'jnl_0000000000000' })
  }
}

describe('a correction', () => {
  it('supersedes the certificates that say other hours, once, and the check page says so with the day', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId } = await issue(ctx, scene, { who })
      const { id, certificateNo } = await makeCertificate(actingAs(ctx, actorOf(who)), period)
      await tell(ctx, attendanceId, who)
      expect(await checkCertificate(ctx, certificateNo)).toMatchObject({ state: 'valid', supersededOn: null })
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 120 })
      for (let time = 0; time < 2; time++) await tell(ctx, attendanceId, who)
      expect(await checkCertificate(ctx, certificateNo)).toMatchObject({ state: 'superseded', supersededOn: '2026-11-22', minutes: 180 })
      expect((await tracesOf(ctx, id)).map(({ action }) => action)).toEqual(['certificate.made', 'certificate.superseded'])
    }))

  it('supersedes when hours are taken back whole, and when nothing becomes something', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const [who, other] = [scene.people[0]!, scene.people[1]!]
      const { attendanceId } = await issue(ctx, scene, { who })
      const { certificateNo } = await makeCertificate(actingAs(ctx, actorOf(who)), period)
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 0 })
      await tell(ctx, attendanceId, who)
      expect(await checkCertificate(ctx, certificateNo)).toMatchObject({ state: 'superseded' })
      await issue(ctx, scene, { who: other })
      await tell(ctx, attendanceId, other)
    }))

  it('leaves alone what was made after it, what lies outside the period, and what other people have', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const [who, other] = [scene.people[0]!, scene.people[1]!]
      const { attendanceId } = await issue(ctx, scene, { who })
      await issue(ctx, scene, { who: other })
      const theirs = await makeCertificate(actingAs(ctx, actorOf(other)), period)
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 120 })
      const anew = await makeCertificate(actingAs(ctx, actorOf(who)), period)
      await tell(ctx, attendanceId, who)
      for (const { certificateNo } of [theirs, anew]) expect(await checkCertificate(ctx, certificateNo)).toMatchObject({ state: 'valid' })
    }))

  it('is no matter of hours that are issued later: what the paper says stays true', () =>
    inTest(async (ctx) => {
      const [first, second] = [await makeScene(ctx), await makeScene(ctx, { startsAt: new Date('2026-11-19T06:00:00.000Z') })]
      const who = first.people[0]!
      await issue(ctx, first, { who })
      const { certificateNo } = await makeCertificate(actingAs(ctx, actorOf(who)), period)
      const later = second.people[0]!
      const attendanceId = await complete(ctx, second, { who: later })
      await issueHours(asHost(ctx, second), second.session.id, [{ attendanceId, minutes: 180 }])
      await tell(ctx, attendanceId, later)
      expect(await checkCertificate(ctx, certificateNo)).toMatchObject({ state: 'valid' })
    }))

  it('is heard from the system only: people supersede nothing', () =>
    inTest(async (ctx) => {
      const [listener] = certificateListeners
      const mine = listener!.hear(actingAs(ctx, actorOf({ id: 'emp_0000000000001' })), {
        attendanceId: 'att_0000000000001',
        employeeId: 'emp_0000000000001',
        journalId: 'jnl_0000000000001',
      })
      await expect(mine).rejects.toMatchObject({ code: 'role-required' })
    }))
})
