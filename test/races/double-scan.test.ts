import { attendancesOf } from '@yijian/api/attendance/index'
import { scanCode } from '@yijian/api/attendance/scan-code'
import { scan } from '@yijian/api/attendance/tables'
import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { cancelSignup } from '@yijian/api/signup/index'
import { signup } from '@yijian/api/signup/tables'
import { addMinutes } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, codeAt, makeScene } from '../support/attendance.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeEmployee } from '../support/people.ts'
import { openSessionOf, signUpOf } from '../support/projects.ts'
import { race, times } from '../support/race.ts'

const CONNECTIONS = 20

let app: App
let ctx: Ctx
beforeAll(async () => {
  app = await testApp({ connections: CONNECTIONS })
  ctx = await systemCtx(app)
})
afterAll(closeApps)

/** A session that began ten minutes ago, or begins in some. */
const sceneNow = async (startsIn = -10, people = 1): Promise<Scene> => {
  const { now } = await systemCtx(app)
  return inTransaction(ctx, (ctx) => makeScene(ctx, { startsAt: addMinutes(now, startsIn), people }))
}
const scanNow = async (who: { id: string }, session: { id: string }, kind: 'in' | 'out' = 'in') => {
  const mine = await ctxOf(app, actorOf(who))
  return scanCode(mine, { code: codeAt(mine, session, { kind, at: mine.now }) })
}
const scansBy = (who: { id: string }) => ctx.db.select().from(scan).where(eq(scan.employeeId, who.id))

describe('twenty scans of one person at once', () => {
  it('make one attendance, and each is answered and recorded', async () => {
    const scene = await sceneNow()
    const who = scene.people[0]!
    const { won, refused } = await race(times(CONNECTIONS, () => () => scanNow(who, scene.session)))
    expect(refused).toEqual([])
    expect(won.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(new Set(won.map(({ attendanceId, inAt }) => `${attendanceId} ${inAt}`)).size).toBe(1)
    expect(await attendancesOf(ctx, scene.session.id)).toHaveLength(1)
    expect((await scansBy(who)).filter(({ accepted }) => accepted)).toHaveLength(CONNECTIONS)
  })

  it('check out once', async () => {
    const scene = await sceneNow()
    const who = scene.people[0]!
    await scanNow(who, scene.session)
    const { won } = await race(times(CONNECTIONS, () => () => scanNow(who, scene.session, 'out')))
    expect(won.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(new Set(won.map(({ outAt }) => outAt)).size).toBe(1)
  })

  it('at two sessions leave the person in one place', async () => {
    const scene = await sceneNow()
    const who = scene.people[0]!
    const other = await openSessionOf(app, scene.project, { startsAt: scene.session.startsAt })
    await inTransaction(ctx, (ctx) => signUpOf(ctx, other, who.id))
    const { won, refused } = await race(times(CONNECTIONS, (n) => () => scanNow(who, n % 2 === 0 ? scene.session : other)))
    expect(new Set(won.map(({ sessionId }) => sessionId)).size).toBe(1)
    expect(won).toHaveLength(CONNECTIONS / 2)
    expect(refused).toEqual(times(CONNECTIONS / 2, () => 'checked-in-elsewhere'))
    expect(await scansBy(who)).toHaveLength(CONNECTIONS)
  })
})

describe('a check-in against giving the place back', () => {
  it('ends with the person checked in or the place free, never both', async () => {
    const scene = await sceneNow(20, 0)
    const people = await Promise.all(times(10, () => makeEmployee(app)))
    for (const who of people) {
      const { id } = await inTransaction(ctx, (ctx) => signUpOf(ctx, scene.session, who.id))
      const { won, refused } = await race<unknown>([
        () => scanNow(who, scene.session),
        async () => cancelSignup(await ctxOf(app, actorOf(who)), id),
      ])
      expect(won).toHaveLength(1)
      const [after] = await ctx.db.select().from(signup).where(eq(signup.id, id))
      const checkedIn = (await attendancesOf(ctx, scene.session.id)).some(({ employeeId }) => employeeId === who.id)
      expect({ checkedIn, refused, state: after?.state }).toEqual(
        checkedIn
          ? { checkedIn, refused: ['already-checked-in'], state: 'confirmed' }
          : { checkedIn, refused: ['place-given-back'], state: 'cancelled' },
      )
    }
  })
})
