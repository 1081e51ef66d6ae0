import { freezeDossiers } from '@yijian/api/award/jobs'
import { createCycle } from '@yijian/api/award/create-cycle'
import { awardCycle } from '@yijian/api/award/tables'
import { inTransaction } from '@yijian/api/core/context'
import type { EmployeeRow } from '@yijian/api/people/repo'
import type { Cycle } from '@yijian/shared/award/shapes'
import { addDays, addMinutes, shanghaiClock, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { makeScene } from './attendance.ts'
import { cycleInput } from './award.ts'
import { systemCtx } from './database.ts'
import { issue } from './hours.ts'
import type { Stage } from './journey.ts'
import { actorOf, grantRoleTo, makeEmployee } from './people.ts'

/** On a stage: a host with issued hours, the lead of the stage as judge, and a cycle that takes nominations today. */
export async function awardOnStage(stage: Stage): Promise<{ host: EmployeeRow; cycle: Cycle }> {
  await grantRoleTo(stage.app, stage.lead, 'judge')
  const ctx = await systemCtx(stage.app)
  return inTransaction(ctx, async (ctx) => {
    const startsAt = addMinutes(ctx.now, -2 * 1440)
    const scene = await makeScene(ctx, { startsAt })
    await ctx.db.execute(`UPDATE employee SET name = '孟晓棠', department = '企业文化' WHERE id = '${scene.host.id}'`)
    await issue(ctx, scene, { who: scene.people[0]! })
    const operator = await makeEmployee(ctx)
    const today = shanghaiDay(ctx.now)
    const days = {
      nominationOpensOn: addDays(today, -1),
      nominationClosesOn: addDays(today, 1),
      frozenOn: today,
      scoringClosesOn: addDays(today, 9),
    }
    const { year } = shanghaiClock(startsAt)
    const cycle = await createCycle(
      { ...ctx, actor: actorOf(operator, 'operator') },
      cycleInput([stage.lead], { year, minScores: 1, ...days }),
    )
    return { host: { ...scene.host, name: '孟晓棠' }, cycle }
  })
}

/** The days of the cycle have gone by up to the end of the scores. */
export async function closeScoring(stage: Stage, cycleId: string): Promise<void> {
  const ctx = await systemCtx(stage.app)
  const yesterday = addDays(shanghaiDay(ctx.now), -1)
  await ctx.db
    .update(awardCycle)
    .set({ nominationOpensOn: addDays(yesterday, -9), nominationClosesOn: addDays(yesterday, -2), scoringClosesOn: yesterday })
    .where(eq(awardCycle.id, cycleId))
}

/** The list has hung out for as long as it should. */
export async function endPublicity(stage: Stage, cycleId: string): Promise<void> {
  const ctx = await systemCtx(stage.app)
  await ctx.db
    .update(awardCycle)
    .set({ publicityEndsAt: addMinutes(ctx.now, -1) })
    .where(eq(awardCycle.id, cycleId))
}

/** Nominations close, the dossiers are drawn, and the jury may score. */
export async function closeNominations(stage: Stage, cycleId: string): Promise<void> {
  const ctx = await systemCtx(stage.app, 'award.freeze')
  const yesterday = addDays(shanghaiDay(ctx.now), -1)
  await ctx.db
    .update(awardCycle)
    .set({ nominationOpensOn: addDays(yesterday, -9), nominationClosesOn: yesterday })
    .where(eq(awardCycle.id, cycleId))
  await freezeDossiers(ctx, cycleId)
}
