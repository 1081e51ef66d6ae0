import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { honourFields } from '@yijian/shared/honour/shapes'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, actingAs, makeScene } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { issue } from '../../../../test/support/hours.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { getHonourOf } from './get-honour-of.ts'
import { getMyHonour } from './get-my-honour.ts'
import { honourListeners } from './jobs.ts'
import { setHonourConsent } from './set-honour-consent.ts'
import { honourConsent } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const hidden = { minutes: null, sessions: null, donatedFen: null, leaderYears: null, badges: null, projects: null }

/** Somebody with three hours and a first badge, and a colleague who looks. */
async function people(ctx: Ctx): Promise<{ scene: Scene; id: string; mine: Ctx; theirs: Ctx }> {
  const scene = await makeScene(ctx)
  const who = scene.people[0]!
  const { attendanceId } = await issue(ctx, scene, { who })
  const [listener] = honourListeners
  await listener!.hear(actingAs(ctx, { kind: 'system', job: 'test' }), { attendanceId, employeeId: who.id, journalId: 'jnl_0000000000000' })
  return { scene, id: who.id, mine: actingAs(ctx, actorOf(who)), theirs: actingAs(ctx, actorOf(await makeEmployee(ctx))) }
}

describe('getHonourOf', () => {
  it('shows nothing until the person says so, not even that there is something', () =>
    inTest(async (ctx) => {
      const { id, theirs } = await people(ctx)
      const idle = await makeEmployee(ctx)
      const [busy, none] = [await getHonourOf(theirs, id), await getHonourOf(theirs, idle.id)]
      expect(busy).toMatchObject(hidden)
      expect({ ...busy, person: null }).toEqual({ ...none, person: null })
    }))

  it.each([
    ['hours', { minutes: 180 }],
    ['sessions', { sessions: 1 }],
    ['badges', { badges: [expect.objectContaining({ code: 'first-activity' })] }],
    ['hosting', { projects: [] }],
    ['donated', { donatedFen: 0 }],
    ['leader', { leaderYears: [] }],
  ] as const)('shows %s to colleagues when the person chose it, and nothing beside it', (field, shown) =>
    inTest(async (ctx) => {
      const { id, mine, theirs } = await people(ctx)
      await setHonourConsent(mine, { field, shown: true })
      const { person: _, asOf: __, ...page } = await getHonourOf(theirs, id)
      expect(page).toEqual({ ...hidden, ...shown })
    }),
  )

  it('shows badges without their progress, which would tell the hours', () =>
    inTest(async (ctx) => {
      const { id, mine, theirs } = await people(ctx)
      await setHonourConsent(mine, { field: 'badges', shown: true })
      const { badges } = await getHonourOf(theirs, id)
      expect(Object.keys(badges?.[0] ?? {}).sort()).toEqual(['code', 'name', 'rule', 'unlockedAt'])
      expect(badges?.length).toBeLessThan(defaultPolicies.badge.minuteMilestones.length)
    }))

  it('shows a host the projects that reached people', () =>
    inTest(async (ctx) => {
      const { scene, theirs } = await people(ctx)
      await setHonourConsent(actingAs(ctx, actorOf(scene.host)), { field: 'hosting', shown: true })
      const { projects } = await getHonourOf(theirs, scene.host.id)
      expect(projects?.map(({ id }) => id)).toEqual([scene.project.id])
    }))

  it('gives no role more: leads, HR and operators see what colleagues see', () =>
    inTest(async (ctx) => {
      const { scene, id } = await people(ctx)
      const staff = await makeEmployee(ctx)
      for (const actor of [actorOf(scene.lead, { leads: scene.branch }), actorOf(staff, 'operator'), actorOf(staff, 'hr')]) {
        expect(await getHonourOf(actingAs(ctx, actor), id)).toMatchObject(hidden)
      }
    }))

  it('has no page of nobody, of who has left, or for who is not logged in', () =>
    inTest(async (ctx) => {
      const { id, theirs } = await people(ctx)
      const gone = await makeEmployee(ctx, { leftOn: '2021-01-01' })
      await expect(getHonourOf(theirs, gone.id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(getHonourOf(theirs, 'emp_0000000000000')).rejects.toMatchObject({ code: 'not-found' })
      await expect(getHonourOf(actingAs(ctx, { kind: 'anonymous' }), id)).rejects.toMatchObject({ code: 'login-required' })
    }))
})

describe('setHonourConsent', () => {
  it('keeps each time it was given and withdrawn, and changes nothing when told twice', () =>
    inTest(async (ctx) => {
      const { id, mine } = await people(ctx)
      for (const shown of [true, true, false, false, true]) await setHonourConsent(mine, { field: 'hours', shown })
      const rows = await ctx.db
        .select()
        .from(honourConsent)
        .where(and(eq(honourConsent.employeeId, id), eq(honourConsent.field, 'hours')))
      expect(rows.map(({ version, withdrawnAt, active }) => [version, withdrawnAt !== null, active])).toEqual([
        [1, true, null],
        [2, false, 1],
      ])
      expect((await tracesOf(ctx, id)).map(({ action }) => action)).toEqual(['honour.shown', 'honour.hidden', 'honour.shown'])
    }))

  it('hides at once what is withdrawn', () =>
    inTest(async (ctx) => {
      const { id, mine, theirs } = await people(ctx)
      for (const field of honourFields) await setHonourConsent(mine, { field, shown: true })
      for (const field of honourFields) await setHonourConsent(mine, { field, shown: false })
      expect(await getHonourOf(theirs, id)).toMatchObject(hidden)
    }))

  it('refuses the wrong role: nobody without a login shows anything', () =>
    inTest((ctx) =>
      expect(setHonourConsent(actingAs(ctx, { kind: 'anonymous' }), { field: 'hours', shown: true })).rejects.toMatchObject({
        code: 'login-required',
      }),
    ))
})

describe('getMyHonour', () => {
  it('shows me everything, with all fields hidden from others at first', () =>
    inTest(async (ctx) => {
      const { id, mine } = await people(ctx)
      const page = await getMyHonour(mine)
      expect(page).toMatchObject({ person: { id }, minutes: 180, sessions: 1, donatedFen: 0, projects: [] })
      expect(page.consents).toEqual(honourFields.map((field) => ({ field, shownSince: null })))
    }))

  it('refuses the wrong role: nobody without a login has a page', () =>
    inTest((ctx) => expect(getMyHonour(actingAs(ctx, { kind: 'anonymous' }))).rejects.toMatchObject({ code: 'login-required' })))
})
