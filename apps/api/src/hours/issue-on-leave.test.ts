import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asLead, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import { askAndApprove, leaveScene } from '../../../../test/support/leave.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { invariants } from '../invariants.ts'
import { proveLedger, readBalances, readJournal } from '../ledger/index.ts'
import { publishPolicy } from '../policy/publish-policy.ts'
import { newestPolicy } from '../policy/repo.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'hours' })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

/** A session that one person comes to on approved leave and another without, by a policy that may pay both. */
async function sessionOnLeave(ctx: Ctx, earnsCredit: boolean) {
  const made = await leaveScene(ctx)
  const operator = actingAs(ctx, actorOf(made.host, 'operator'), addMinutes(made.before, -20 * 1440))
  const policy = await publishPolicy(operator, {
    kind: 'leave',
    label: `test ${made.branch.id}`,
    inForceFrom: '2026-11-20',
    follows: (await newestPolicy(ctx, 'leave')).id,
    settings: { ...defaultPolicies.leave, earnsCredit },
  })
  await askAndApprove(ctx, made)
  const other = await makeEmployee(ctx)
  await signUpOf(ctx, made.session, other.id)
  const scene: Scene = { ...made, people: [made.me, other] }
  return { scene, me: made.me, other, policy }
}

describe('hours of a session served on charity leave', () => {
  it('earn credit as all others do while the policy says so', () =>
    inTest(async (ctx) => {
      const { scene, me } = await sessionOnLeave(ctx, true)
      expect(await issue(ctx, scene, { who: me })).toMatchObject({ minutes: 180, creditFen: 30_000, points: 60 })
    }))

  it('earn time and points alone when the policy says that leave earns no credit, and the journal names it', () =>
    inTest(async (ctx) => {
      const { scene, me, other, policy } = await sessionOnLeave(ctx, false)
      const issued = await issue(ctx, scene, { who: me })
      expect(issued).toMatchObject({ minutes: 180, creditFen: 0, carriedMinutes: 0, points: 60 })
      expect((await readJournal(ctx, issued.journalId!))?.policyIds).toContain(policy.id)
      const theirs = await issue(ctx, scene, { who: other })
      expect(theirs).toMatchObject({ minutes: 180, creditFen: 30_000 })
      expect((await readJournal(ctx, theirs.journalId!))?.policyIds).not.toContain(policy.id)
    }))

  it('are corrected by the rule they were given by, down to nothing and back', () =>
    inTest(async (ctx) => {
      const { scene, me } = await sessionOnLeave(ctx, false)
      const { attendanceId } = await issue(ctx, scene, { who: me })
      for (const minutes of [90, 0, 120]) {
        const effect = await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes })
        expect(effect).toMatchObject({ minutesAfter: minutes, creditChangeFen: 0, owedChangeFen: 0 })
      }
      expect(await readBalances(ctx, me.id)).toMatchObject({ minutes: 120, creditFen: 0, carriedMinutes: 0, points: 40 })
      expect((await proveLedger(ctx, invariants)).invariants.filter(({ violations }) => violations > 0)).toEqual([])
    }))
})
