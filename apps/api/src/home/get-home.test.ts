import type { Home } from '@yijian/shared/home/shapes'
import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import { type SessionWish, as, makeProject, openSessionOf, publishedProject, signUpOf } from '../../../../test/support/projects.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import { attendance } from '../attendance/tables.ts'
import type { App } from '../core/app.ts'
import { type Ctx, connectionOf } from '../core/context.ts'
import { getHome } from './get-home.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

/** A city of the test's own, so that no other session is in reach but those on line. */
let cities = 0
async function scene(ctx: Ctx) {
  const branch = await makeBranch(ctx)
  cities += 1
  const city = `城${cities}-${branch.id.slice(-8)}`
  const host = await makeEmployee(ctx, { department: '别的部门' })
  const me = await makeEmployee(ctx, { city, department: `部门-${branch.id}` })
  const projectHere = () => publishedProject(ctx, { hostId: host.id, branchId: branch.id, city })
  const sessionHere = async (wish: SessionWish = {}) => openSessionOf(ctx, await projectHere(), { city, ...wish })
  return { branch, city, host, me, asMe: as(ctx, me), projectHere, sessionHere }
}

const inDays = (ctx: Ctx, days: number) => addMinutes(ctx.now, days * 1440)

/** Sessions on line that other tests left are in everybody's reach. */
const recommendedOf = async (ctx: Ctx, branch: { id: string }) =>
  (await getHome(ctx)).recommended.filter(({ session }) => session.branch.id === branch.id)
const idsOf = (recommended: Home['recommended']) => recommended.map(({ session }) => session.id)
const inTest = (fn: (ctx: Ctx) => Promise<void>) => () => rolledBack(app, { kind: 'anonymous' }, fn)

describe('getHome', () => {
  it(
    'shows a new colleague nothing but zeros, the way to the first credit, and what is near',
    inTest(async (ctx) => {
      const { asMe, branch, sessionHere } = await scene(ctx)
      const near = await sessionHere()
      const home = await getHome(asMe)
      expect(home.balances).toMatchObject({ minutes: 0, creditFen: 0, points: 0, carriedMinutes: 0 })
      expect(home.nextGrant).toEqual({ unitMinutes: 60, carriedMinutes: 0, minutesToGo: 60, grantFen: 10_000 })
      expect(home.next).toBeNull()
      expect(await recommendedOf(asMe, branch)).toMatchObject([
        { session: { id: near.id, confirmed: 0, capacity: 50 }, reasons: ['same-city', 'soon'], colleagues: 0 },
      ])
    }),
  )

  it(
    'works where there is no session at all',
    inTest(async (ctx) => {
      const { asMe } = await scene(ctx)
      expect(await getHome(asMe)).toMatchObject({ next: null, nextGrant: { minutesToGo: 60 } })
    }),
  )

  it(
    'shows my next confirmed session, a running one included, never a waitlisted, cancelled or past one',
    inTest(async (ctx) => {
      const { asMe, me, host, sessionHere } = await scene(ctx)
      const past = await sessionHere({ startsAt: inDays(ctx, -2) })
      const running = await sessionHere({ startsAt: addMinutes(ctx.now, -60) })
      const later = await sessionHere({ startsAt: inDays(ctx, 3) })
      const full = await sessionHere({ startsAt: inDays(ctx, 1), capacity: 1 })
      await signUpOf(ctx, full, host.id)
      for (const session of [past, full, later]) await signUpOf(ctx, session, me.id)
      expect((await getHome(asMe)).next).toMatchObject({ signup: { state: 'confirmed' }, session: { id: later.id } })
      await signUpOf(ctx, running, me.id)
      expect((await getHome(asMe)).next).toMatchObject({ session: { id: running.id } })
    }),
  )

  it(
    'never recommends a session I am signed up for, or one at the same time',
    inTest(async (ctx) => {
      const { asMe, me, branch, sessionHere } = await scene(ctx)
      const mine = await sessionHere({ startsAt: inDays(ctx, 2) })
      await signUpOf(ctx, mine, me.id)
      await sessionHere({ startsAt: addMinutes(mine.startsAt, 60) })
      const after = await sessionHere({ startsAt: mine.endsAt })
      expect(idsOf(await recommendedOf(asMe, branch))).toEqual([after.id])
    }),
  )

  it(
    'recommends only what one can sign up for now with a place left',
    inTest(async (ctx) => {
      const { asMe, host, branch, city, sessionHere } = await scene(ctx)
      await sessionHere({ signupOpensAt: addMinutes(ctx.now, 1) })
      await sessionHere({ signupOpensAt: inDays(ctx, -5), signupClosesAt: ctx.now })
      await sessionHere({ startsAt: addMinutes(ctx.now, -1), signupClosesAt: addMinutes(ctx.now, 60) })
      const full = await sessionHere({ capacity: 1 })
      await signUpOf(ctx, full, host.id)
      const paused = await makeProject(ctx, { hostId: host.id, branchId: branch.id, city, state: 'paused' })
      await openSessionOf(ctx, paused, { city })
      const open = await sessionHere({ capacity: 1 })
      expect(idsOf(await recommendedOf(asMe, branch))).toEqual([open.id])
    }),
  )

  it(
    'says why: where I was before, colleagues who go, my field, on line',
    inTest(async (ctx) => {
      const { asMe, me, branch, host, projectHere } = await scene(ctx)
      const known = await projectHere()
      const attended = await openSessionOf(ctx, known, { startsAt: inDays(ctx, -30), city: '别处' })
      await signUpOf(ctx, attended, me.id)
      await ctx.db.insert(attendance).values(presenceAt(ctx, attended, me.id))
      const again = await openSessionOf(ctx, known, { startsAt: inDays(ctx, 20), city: '别处' })
      const other = await publishedProject(ctx, { hostId: host.id, branchId: branch.id, field: 'elderly-care' })
      const online = await openSessionOf(ctx, other, { startsAt: inDays(ctx, 20), city: null, online: true })
      for (const session of [again, online]) {
        const colleague = await makeEmployee(ctx, { department: me.department })
        await signUpOf(ctx, session, colleague.id)
        await signUpOf(ctx, session, host.id)
      }
      expect(await recommendedOf(asMe, branch)).toMatchObject([
        { session: { id: again.id }, reasons: ['project-joined', 'colleagues-going', 'field-joined'], colleagues: 1 },
        { session: { id: online.id }, reasons: ['colleagues-going', 'online'], colleagues: 1 },
      ])
    }),
  )

  it(
    'sends two statements and reads no more rows when there are a thousand sessions more',
    inTest(async (ctx) => {
      const { asMe, sessionHere, city } = await scene(ctx)
      const model = await sessionHere({ startsAt: inDays(ctx, 5) })
      await copySession(ctx, model.id, { count: 50, city })
      await copySession(ctx, model.id, { count: 50, city: null })
      const few = await effortOf(ctx, () => getHome(asMe))
      expect(few.statements).toBe(2)
      await copySession(ctx, model.id, { count: 500, city })
      await copySession(ctx, model.id, { count: 500, city: null })
      const many = await effortOf(ctx, () => getHome(asMe))
      expect(many.statements).toBe(2)
      // MySQL counts a few rows more or less by the plan it takes for small tables; a thousand would show.
      expect(many.rowsRead - few.rowsRead).toBeLessThan(100)
    }),
  )

  it(
    'refuses who is not logged in',
    inTest(async (ctx) => {
      await expect(getHome(ctx)).rejects.toMatchObject({ code: 'login-required' })
    }),
  )
})

function presenceAt(ctx: Ctx, session: { id: string; startsAt: Date; endsAt: Date }, employeeId: string) {
  const { startsAt: inAt, endsAt: outAt } = session
  return { id: ctx.app.newId('attendance'), sessionId: session.id, employeeId, place: 1, inAt, outAt, named: false }
}

/** Many sessions a minute apart after the model, in one statement each for sessions and seats. */
async function copySession(ctx: Ctx, modelId: string, { count, city }: { count: number; city: string | null }) {
  const from = ctx.app.newId('session').slice(-6)
  const ids = `WITH RECURSIVE n AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM n WHERE n < ${count}) SELECT n, CONCAT('ses_', LPAD(n, 7, '0'), '${from}') AS id FROM n`
  await connectionOf(ctx).query(
    `INSERT INTO session (id, project_id, title, state, starts_at, ends_at, time_zone, city, place, online, signup_opens_at, signup_closes_at, late_cancel_at, bring, private_details, opened_at)
     SELECT copies.id, project_id, title, state, starts_at + INTERVAL n MINUTE, ends_at + INTERVAL n MINUTE, time_zone, ?, place, ?, signup_opens_at, signup_closes_at, late_cancel_at, bring, private_details, opened_at
       FROM session JOIN (${ids}) AS copies WHERE session.id = ?`,
    [city, city === null ? 1 : 0, modelId],
  )
  await connectionOf(ctx).query(
    `INSERT INTO seat (session_id, capacity, taken, waiting, last_number, last_promotion)
     SELECT copies.id, capacity, taken, waiting, last_number, last_promotion FROM seat JOIN (${ids}) AS copies WHERE seat.session_id = ?`,
    [modelId],
  )
}
