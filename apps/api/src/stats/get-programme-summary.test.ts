import type { ProgrammeSummary } from '@yijian/shared/stats/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, attend, makeScene, minute } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { lookAndCorrect } from '../../../../test/support/hours.ts'
import { type RoleOf, actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { makeProject } from '../../../../test/support/projects.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { completeHours, issueHours } from '../hours/index.ts'
import { getProgrammeSummary } from './get-programme-summary.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => () => rolledBack(app, { kind: 'anonymous' }, fn)

async function looker(ctx: Ctx, role: RoleOf) {
  return actingAs(ctx, actorOf(await makeEmployee(ctx), role))
}

/** What the test itself added: other tests of this worker may have left their own. */
async function gainOf(asHr: Ctx, work: () => Promise<unknown>) {
  const before = await getProgrammeSummary(asHr)
  await work()
  const after = await getProgrammeSummary(asHr)
  const figures = Object.keys(before).filter((key) => key !== 'asOf') as Exclude<keyof ProgrammeSummary, 'asOf'>[]
  return Object.fromEntries(figures.map((key) => [key, after[key] - before[key]]))
}

/** Two volunteers with 180 and 90 minutes, confirmed and issued. */
async function issuedScene(ctx: Ctx) {
  const scene = await makeScene(ctx, { people: 2 })
  const [whole, half] = scene.people
  const attendances = [await attend(ctx, scene, { who: whole!, to: 181 }), await attend(ctx, scene, { who: half!, to: 90 })] as const
  const asHost = actingAs(ctx, actorOf(scene.host), minute(scene, 200))
  const [a, b] = attendances
  await completeHours(asHost, scene.session.id, [
    { attendanceId: a, minutes: 180 },
    { attendanceId: b, minutes: 90, reason: '有事先走' },
  ])
  await issueHours(asHost, scene.session.id)
  return { ...scene, attendances }
}

describe('getProgrammeSummary', () => {
  it(
    'sums volunteers, hours, credit and points of what was issued',
    inTest(async (ctx) => {
      const gain = await gainOf(await looker(ctx, 'hr'), () => issuedScene(ctx))
      expect(gain).toEqual({
        volunteers: 2,
        projects: 1,
        hosts: 1,
        personTimes: 2,
        minutes: 270,
        creditFen: 40_000,
        outstandingFen: 40_000,
        points: 80,
      })
    }),
  )

  it(
    'counts hours once they are issued, not before, and a project once it was published',
    inTest(async (ctx) => {
      const gain = await gainOf(await looker(ctx, 'operator'), async () => {
        const scene = await makeScene(ctx, { people: 1 })
        const attendanceId = await attend(ctx, scene, { who: scene.people[0]!, to: 181 })
        await completeHours(actingAs(ctx, actorOf(scene.host), minute(scene, 200)), scene.session.id, [{ attendanceId, minutes: 180 }])
        await makeProject(ctx, { hostId: (await makeEmployee(ctx)).id, branchId: scene.branch.id, state: 'in-review' })
      })
      expect(gain).toMatchObject({ volunteers: 0, personTimes: 0, minutes: 0, creditFen: 0, projects: 1, hosts: 1 })
    }),
  )

  it(
    'takes corrections in, and no longer counts whose hours were all taken back',
    inTest(async (ctx) => {
      const gain = await gainOf(await looker(ctx, 'auditor'), async () => {
        const { lead, branch, attendances, session } = await issuedScene(ctx)
        const asLead = actingAs(ctx, actorOf(lead, { leads: branch }), session.endsAt)
        await lookAndCorrect(asLead, { attendanceId: attendances[0], minutes: 120, reason: '中途离开一小时' })
        await lookAndCorrect(asLead, { attendanceId: attendances[1], minutes: 0, reason: '登记有误' })
      })
      expect(gain).toMatchObject({ volunteers: 1, personTimes: 1, minutes: 120, creditFen: 20_000, outstandingFen: 20_000, points: 40 })
    }),
  )

  it(
    'reads all figures in one statement, and records who looked',
    inTest(async (ctx) => {
      const asHr = await looker(ctx, 'hr')
      // One for the figures, one for the trace.
      expect((await effortOf(ctx, () => getProgrammeSummary(asHr))).statements).toBe(2)
      const mine = (await tracesOf(ctx, 'programme-summary')).filter(
        ({ actorId }) => actorId === (asHr.actor as { employeeId?: string }).employeeId,
      )
      expect(mine).toMatchObject([{ action: 'statistics.viewed' }])
    }),
  )

  it(
    'refuses the wrong role',
    inTest(async (ctx) => {
      const { branch, lead } = await makeScene(ctx)
      await expect(getProgrammeSummary(actingAs(ctx, actorOf(lead, { leads: branch })))).rejects.toMatchObject({ code: 'role-required' })
      await expect(getProgrammeSummary(actingAs(ctx, actorOf(lead, 'judge')))).rejects.toMatchObject({ code: 'role-required' })
      await expect(getProgrammeSummary(ctx)).rejects.toMatchObject({ code: 'login-required' })
    }),
  )
})
