import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, at, awardScene, marks, scoredByAll, taking } from '../../../../test/support/award.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'

import { scoreNomination } from './score-nomination.ts'
import { declareConflict } from './declare-conflict.ts'
import { contendersOf } from './read.ts'
import { makeEmployee, grantRoleTo } from '../../../../test/support/people.ts'
import { nominate } from './nominate.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () => rolledBack(app, { kind: 'system', job: 'test' }, fn)

const score = { marks, comment: '材料扎实' }

describe('scoreNomination', () => {
  it(
    'keeps the latest marks of a judge, from the dossier that was frozen',
    inTest(async (ctx) => {
      const award = await awardScene(ctx)
      const nomination = await taking(ctx, award)
      expect(nomination.dossier).toMatchObject({ asOf: '2026-12-10', sessions: 1, personTimes: 1, volunteerMinutes: 180, ownMinutes: 0 })
      const judge = as(ctx, award.judges[0]!, at.scoring, 'judge')
      await scoreNomination(judge, nomination.id, score)
      const again = await scoreNomination(judge, nomination.id, { ...score, marks: { ...marks, impact: 3 } })
      expect(again.myMarks).toMatchObject({ impact: 3, comment: '材料扎实' })
      expect((await contendersOf(ctx, award.cycle.id))[0]?.scores).toEqual([expect.objectContaining({ impact: 3 })])
    }),
  )

  it(
    'refuses before and after the scoring phase, to the minute',
    inTest(async (ctx) => {
      const award = await awardScene(ctx)
      const { id } = await taking(ctx, award)
      const scoring = (now: Date) => scoreNomination(as(ctx, award.judges[0]!, now, 'judge'), id, score)
      await expect(scoring(at.nominating)).rejects.toMatchObject({ code: 'award-phase', data: { phase: 'nominating' } })
      await expect(scoring(new Date('2026-12-20T16:00:00.000Z'))).rejects.toMatchObject({
        code: 'award-phase',
        data: { phase: 'deciding' },
      })
      await scoring(new Date('2026-12-20T15:59:59.999Z'))
    }),
  )

  it(
    'refuses a judge who is not on the jury, and one with a conflict of interest',
    inTest(async (ctx) => {
      const award = await awardScene(ctx)
      const { id } = await taking(ctx, award)
      const stranger = await makeEmployee(ctx, { department: '财务' })
      await grantRoleTo(ctx, stranger, 'judge')
      await expect(scoreNomination(as(ctx, stranger, at.scoring, 'judge'), id, score)).rejects.toMatchObject({ code: 'not-on-jury' })
      const [judge] = award.judges
      await ctx.db.execute(`UPDATE employee SET department = '${award.scene.host.department}' WHERE id = '${judge!.id}'`)
      const conflict = { code: 'conflict-of-interest', data: { conflict: 'same-department' } }
      await expect(scoreNomination(as(ctx, judge!, at.scoring, 'judge'), id, score)).rejects.toMatchObject(conflict)
    }),
  )

  it(
    'no longer counts a judge who steps aside',
    inTest(async (ctx) => {
      const award = await awardScene(ctx)
      const { id } = await taking(ctx, award)
      await scoredByAll(ctx, award, id)
      const judge = as(ctx, award.judges[0]!, at.scoring, 'judge')
      expect(await declareConflict(judge, id, '曾是同一支队伍')).toMatchObject({ conflict: 'declared' })
      expect((await contendersOf(ctx, award.cycle.id))[0]?.scores).toHaveLength(1)
      await expect(scoreNomination(judge, id, score)).rejects.toMatchObject({ code: 'conflict-of-interest' })
      await expect(declareConflict({ ...judge, now: at.deciding }, id, '太晚')).rejects.toMatchObject({ code: 'award-phase' })
    }),
  )

  it(
    'refuses a nomination nobody accepted, and the wrong role',
    inTest(async (ctx) => {
      const award = await awardScene(ctx)
      const { scene, cycle, colleague, judges } = award
      const { id } = await nominate(as(ctx, colleague, at.nominating), cycle.id, {
        nomineeId: scene.host.id,
        kind: 'peer',
        reason: '十年如一日地坚持',
      })
      await expect(scoreNomination(as(ctx, judges[0]!, at.scoring, 'judge'), id, score)).rejects.toMatchObject({
        code: 'nomination-answered',
      })
      await expect(scoreNomination(as(ctx, judges[0]!, at.scoring, 'operator'), id, score)).rejects.toMatchObject({ code: 'role-required' })
      await expect(declareConflict(as(ctx, colleague, at.scoring), id, '无')).rejects.toMatchObject({ code: 'role-required' })
    }),
  )
})
