import { getRanking } from '@yijian/api/award/get-ranking'
import { proposeLeaders } from '@yijian/api/award/propose-leaders'
import { publishLeaders } from '@yijian/api/award/publish-leaders'
import { nominate } from '@yijian/api/award/nominate'
import { scoreNomination } from '@yijian/api/award/score-nomination'
import { awardCycle, awardLeader, nominationScore } from '@yijian/api/award/tables'
import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AwardScene, awardScene, marks, scoredByAll, taking } from '../support/award.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeEmployees } from '../support/people.ts'
import { race, times } from '../support/race.ts'

const CONNECTIONS = 8

let app: App
let ctx: Ctx
let award: AwardScene
let nominationId: string
beforeAll(async () => {
  app = await testApp({ database: 'award', connections: CONNECTIONS })
  ctx = await systemCtx(app)
  ;[award, nominationId] = await inTransaction(ctx, async (ctx) => {
    const scene = await awardScene(ctx)
    const { id } = await taking(ctx, scene)
    await scoredByAll(ctx, scene, id)
    return [scene, id] as const
  })
})
afterAll(closeApps)

const asOperator = () => ctxOf(app, actorOf(award.operator, 'operator'))

/** Puts the cycle's days around the clock of the database, since real connections cannot turn it. */
async function setDays(nominationClosesIn: number, scoringClosesIn: number): Promise<void> {
  const today = shanghaiDay((await systemCtx(app)).now)
  const [opens, closes, scores] = [addDays(today, -30), addDays(today, nominationClosesIn), addDays(today, scoringClosesIn)]
  const days = { nominationOpensOn: opens, nominationClosesOn: closes, frozenOn: opens, scoringClosesOn: scores }
  await ctx.db.update(awardCycle).set(days).where(eq(awardCycle.id, award.cycle.id))
}

describe('eight connections', () => {
  it('that nominate one host make one nomination', async () => {
    await setDays(1, 2)
    const { scene } = await inTransaction(ctx, (ctx) => awardScene(ctx, { year: 2025 }))
    const colleagues = await makeEmployees(app, CONNECTIONS)
    const input = { nomineeId: scene.host.id, kind: 'peer' as const, reason: '值得所有人学习的主理人' }
    const deeds = colleagues.map((colleague) => async () => nominate(await ctxOf(app, actorOf(colleague)), award.cycle.id, input))
    const { won, refused } = await race(deeds)
    expect([won.length, refused]).toEqual([1, times(CONNECTIONS - 1, () => 'already-nominated')])
  })

  it('that score while scoring is closed under their hands leave nothing behind', async () => {
    await setDays(-2, 1)
    const [judge] = award.judges
    const before = await ctx.db.select().from(nominationScore)
    const scoring = await inTransaction(ctx, async (ctx) => {
      await ctx.db.select().from(awardCycle).where(eq(awardCycle.id, award.cycle.id)).for('update')
      const waiting = race(
        times(
          CONNECTIONS - 2,
          () => async () =>
            scoreNomination(await ctxOf(app, actorOf(judge!, 'judge')), nominationId, { marks: { ...marks, impact: 1 }, comment: '晚了' }),
        ),
      )
      await new Promise((wake) => setTimeout(wake, 200))
      const yesterday = addDays(shanghaiDay(ctx.now), -1)
      await ctx.db.update(awardCycle).set({ scoringClosesOn: yesterday }).where(eq(awardCycle.id, award.cycle.id))
      return { waiting }
    })
    const { won, refused } = await scoring.waiting
    expect([won.length, refused]).toEqual([0, times(CONNECTIONS - 2, () => 'award-phase')])
    expect(await ctx.db.select().from(nominationScore)).toEqual(before)
  })

  it('that hang out the list at once hang out one', async () => {
    await setDays(-3, -1)
    const [first] = (await getRanking(await asOperator(), award.cycle.id)).items
    const leaders = [{ nominationId: first!.nomination.id, reason: '评分第一，影响深远，值得推荐' }]
    const { won, refused } = await race(
      times(CONNECTIONS, () => async () => proposeLeaders(await asOperator(), award.cycle.id, { leaders })),
    )
    expect([won.length, refused]).toEqual([1, times(CONNECTIONS - 1, () => 'award-phase')])
    expect(await ctx.db.select().from(awardLeader)).toHaveLength(1)
  })

  it('that publish at once publish once', async () => {
    await ctx.db.update(awardCycle).set({ publicityEndsAt: ctx.now }).where(eq(awardCycle.id, award.cycle.id))
    const { won, refused } = await race(times(CONNECTIONS, () => async () => publishLeaders(await asOperator(), award.cycle.id)))
    expect([won.length, refused]).toEqual([1, times(CONNECTIONS - 1, () => 'award-phase')])
  })
})
