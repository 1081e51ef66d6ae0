import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { Problem } from '@yijian/api/core/problems'
import { completeHours, correctHours, issueHours } from '@yijian/api/hours/index'
import { hoursCorrection, hoursRecord } from '@yijian/api/hours/tables'
import { invariants } from '@yijian/api/invariants'
import { proveLedger, readBalances } from '@yijian/api/ledger/index'
import { journal } from '@yijian/api/ledger/tables'
import { addMinutes } from '@yijian/shared/kernel/time'
import { asc, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, attend, attendAll, makeScene, minute } from '../support/attendance.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { lookAndCorrect } from '../support/hours.ts'
import { actorOf } from '../support/people.ts'
import { openSessionOf, signUpOf } from '../support/projects.ts'
import { race, times } from '../support/race.ts'

const CONNECTIONS = 10

let app: App
let ctx: Ctx
beforeAll(async () => {
  app = await testApp({ database: 'hours', connections: CONNECTIONS })
  ctx = await systemCtx(app)
})
afterAll(async () => {
  const proof = await proveLedger(await systemCtx(app), invariants)
  expect(proof.invariants.filter(({ violations }) => violations > 0)).toEqual([])
  await closeApps()
})

interface Served extends Scene {
  attendanceIds: string[]
}

/** Yesterday's session with everybody checked in and out; minutes confirmed as given, if at all. */
async function served(people: number, confirmed?: (index: number) => number): Promise<Served> {
  const startsAt = addMinutes((await systemCtx(app)).now, -1440)
  return inTransaction(ctx, async (ctx) => {
    const scene = await makeScene(ctx, { startsAt, people })
    const attendanceIds = await attendAll(ctx, scene)
    const items = attendanceIds.map((attendanceId, index) => ({ attendanceId, minutes: confirmed?.(index) ?? 0, reason: '核对后确认' }))
    if (confirmed !== undefined)
      await completeHours({ ...ctx, actor: actorOf(scene.host), now: minute(scene, 181) }, scene.session.id, items)
    return { ...scene, attendanceIds }
  })
}
const asHost = (scene: Scene) => ctxOf(app, actorOf(scene.host))
const asLead = (scene: Scene) => ctxOf(app, actorOf(scene.lead, { leads: scene.branch }))
const journalsOf = (attendanceIds: readonly string[]) =>
  ctx.db
    .select()
    .from(journal)
    .where(inArray(journal.sourceId, [...attendanceIds]))

/** Whoever is told that the minutes moved looks again, until nobody is faster. */
async function correctToOnceSeen(lead: Ctx, asked: { attendanceId: string; minutes: number }): Promise<void> {
  for (;;) {
    try {
      await lookAndCorrect(lead, asked)
      return
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'minutes-moved') throw error
    }
  }
}

describe('ten connections', () => {
  it('that issue one session of two hundred people give each person exactly one journal', async () => {
    const minutesOf = (index: number) => 30 + (index % 151)
    const scene = await served(200, minutesOf)
    const { won, refused } = await race(times(CONNECTIONS, () => async () => issueHours(await asHost(scene), scene.session.id)))
    expect(won.map(({ items }) => items.length)).toEqual([200])
    expect(refused).toEqual(times(CONNECTIONS - 1, () => 'nothing-to-issue'))
    expect((await journalsOf(scene.attendanceIds)).map(({ sourceId }) => sourceId).sort()).toEqual([...scene.attendanceIds].sort())
    for (const [index, { id }] of scene.people.entries()) {
      const minutes = minutesOf(index)
      expect(await readBalances(ctx, id)).toMatchObject({
        minutes,
        creditFen: Math.floor(minutes / 60) * 10_000,
        carriedMinutes: minutes % 60,
      })
    }
  })

  it('that name overlapping lists issue nobody twice', async () => {
    const scene = await served(20, () => 60)
    const shown = scene.attendanceIds.map((attendanceId) => ({ attendanceId, minutes: 60 }))
    const lists = times(CONNECTIONS, (n) => shown.slice(n * 2, n * 2 + 4))
    const { won, refused } = await race(lists.map((list) => async () => issueHours(await asHost(scene), scene.session.id, list)))
    expect(won.length + refused.length).toBe(CONNECTIONS)
    expect(new Set(refused)).toEqual(new Set(['hours-state']))
    const issued = won.flatMap(({ items }) => items.map(({ attendanceId }) => attendanceId))
    expect(new Set(issued).size).toBe(issued.length)
    expect(await journalsOf(scene.attendanceIds)).toHaveLength(issued.length)
  })

  it('that confirm and issue the same people at once leave what was confirmed last before the issue', async () => {
    const scene = await served(5, () => 100)
    const confirm = (minutes: number) => async () =>
      completeHours(
        await asHost(scene),
        scene.session.id,
        scene.attendanceIds.map((attendanceId) => ({ attendanceId, minutes, reason: '核对' })),
      )
    const { refused } = await race<unknown>([
      ...times(8, (n) => confirm(110 + n)),
      ...times(2, () => async () => issueHours(await asHost(scene), scene.session.id)),
    ])
    expect(refused.filter((code) => code === 'nothing-to-issue')).toHaveLength(1)
    const records = await ctx.db.select().from(hoursRecord).where(eq(hoursRecord.sessionId, scene.session.id))
    for (const record of records) expect(await readBalances(ctx, record.employeeId)).toMatchObject({ minutes: record.minutes })
  })

  it('that confirm anew while the lead issues what was shown: the lead issues that figure or none', async () => {
    const scene = await served(1, () => 100)
    const [attendanceId] = scene.attendanceIds as [string]
    const shown = [{ attendanceId, minutes: 100 }]
    const { won, refused } = await race<unknown>([
      ...times(
        5,
        (n) => async () => completeHours(await asHost(scene), scene.session.id, [{ attendanceId, minutes: 110 + n, reason: '核对' }]),
      ),
      ...times(5, () => async () => issueHours(await asHost(scene), scene.session.id, shown)),
    ])
    expect(won.length + refused.length).toBe(CONNECTIONS)
    expect(['hours-state', 'minutes-moved']).toEqual(expect.arrayContaining([...new Set(refused)]))
    const [record] = await ctx.db.select().from(hoursRecord).where(eq(hoursRecord.attendanceId, attendanceId))
    expect(record!.state === 'issued' ? record!.minutes : 100).toBe(100)
  })

  it('that confirm one session for the first time all succeed, on one record each', async () => {
    const scene = await served(10)
    const items = scene.attendanceIds.map((attendanceId) => ({ attendanceId, minutes: 180 }))
    const { refused } = await race(times(CONNECTIONS, () => async () => completeHours(await asHost(scene), scene.session.id, items)))
    expect(refused).toEqual([])
    const records = await ctx.db.select().from(hoursRecord).where(eq(hoursRecord.sessionId, scene.session.id))
    expect(records.map(({ state, minutes }) => ({ state, minutes }))).toEqual(times(10, () => ({ state: 'completed', minutes: 180 })))
  })

  it('that correct the same hours follow each other without a gap', async () => {
    const scene = await served(1, () => 180)
    const [attendanceId] = scene.attendanceIds as [string]
    await issueHours(await asHost(scene), scene.session.id)
    const { won, refused } = await race(
      times(CONNECTIONS, (n) => async () => correctToOnceSeen(await asLead(scene), { attendanceId, minutes: 10 * n })),
    )
    expect({ won: won.length, refused }).toEqual({ won: CONNECTIONS, refused: [] })
    const rounds = await ctx.db
      .select()
      .from(hoursCorrection)
      .where(eq(hoursCorrection.attendanceId, attendanceId))
      .orderBy(asc(hoursCorrection.round))
    expect(rounds.map(({ round }) => round)).toEqual(times(CONNECTIONS, (n) => n + 2))
    expect(rounds.slice(1).map(({ minutesBefore }) => minutesBefore)).toEqual(rounds.slice(0, -1).map(({ minutesAfter }) => minutesAfter))
    const minutes = rounds.at(-1)!.minutesAfter
    expect(await readBalances(ctx, scene.people[0]!.id)).toMatchObject({ minutes, creditFen: Math.floor(minutes / 60) * 10_000 })
  })

  it('that correct the same hours from the same figure let one of them through; the others are shown what is in force', async () => {
    const scene = await served(1, () => 180)
    const [attendanceId] = scene.attendanceIds as [string]
    await issueHours(await asHost(scene), scene.session.id)
    const seen = { attendanceId, minutesBefore: 180, reason: '核对' }
    const { won, refused } = await race(
      times(CONNECTIONS, (n) => async () => correctHours(await asLead(scene), { ...seen, minutes: 10 * n })),
    )
    expect(won.map(({ effect }) => effect.minutesBefore)).toEqual([180])
    expect(refused).toEqual(times(CONNECTIONS - 1, () => 'minutes-moved'))
    expect(await journalsOf([attendanceId])).toHaveLength(won[0]!.effect.minutesAfter === 0 ? 2 : 3)
    expect(await readBalances(ctx, scene.people[0]!.id)).toMatchObject({ minutes: won[0]!.effect.minutesAfter })
  })

  it('that issue and correct at once never correct what is not issued', async () => {
    const scene = await served(1, () => 180)
    const [attendanceId] = scene.attendanceIds as [string]
    const { won, refused } = await race<unknown>([
      ...times(5, () => async () => correctHours(await asLead(scene), { attendanceId, minutes: 60, minutesBefore: 180, reason: '核对' })),
      ...times(5, () => async () => issueHours(await asHost(scene), scene.session.id)),
    ])
    expect(refused.filter((code) => code === 'nothing-to-issue')).toHaveLength(4)
    const corrected = won.length - 1
    expect(corrected).toBeLessThanOrEqual(1)
    expect(await readBalances(ctx, scene.people[0]!.id)).toMatchObject({ minutes: corrected === 1 ? 60 : 180 })
  })
})

describe('two hosts who confirm one person on one day', () => {
  it('stay within the daily maximum together: one of them is refused', async () => {
    for (const _ of times(5, () => null)) {
      const startsAt = addMinutes((await systemCtx(app)).now, -2880)
      const [first, second] = await inTransaction(ctx, async (ctx) => {
        const morning = await makeScene(ctx, { startsAt, minutes: 500 })
        const evening = {
          ...morning,
          session: await openSessionOf(ctx, morning.project, { startsAt: minute(morning, 1), minutes: 500, capacity: null }),
        }
        const who = morning.people[0]!
        await signUpOf(ctx, evening.session, who.id)
        return [
          { scene: morning, attendanceId: await attend(ctx, morning, { who, from: 0, to: 480 }) },
          { scene: evening, attendanceId: await attend(ctx, evening, { who, from: 485, to: 495 }) },
        ] as const
      })
      const { won, refused } = await race(
        [first, second].map(
          ({ scene, attendanceId }) =>
            async () =>
              completeHours(await asHost(scene), scene.session.id, [{ attendanceId, minutes: 500, reason: '核对' }]),
        ),
      )
      expect(won).toHaveLength(1)
      expect(refused).toEqual(['daily-limit'])
    }
  })
})
