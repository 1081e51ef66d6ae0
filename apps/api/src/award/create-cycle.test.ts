import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, at, awardScene, cycleInput } from '../../../../test/support/award.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'

import { createCycle } from './create-cycle.ts'
import { makeEmployee } from '../../../../test/support/people.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('createCycle', () => {
  it(
    'announces a year with its jury',
    inTest(async (ctx) => {
      const { cycle, judges } = await awardScene(ctx)
      expect(cycle).toMatchObject({ year: 2026, phase: 'nominating', sits: false, weights: { innovation: 30 } })
      expect(cycle.judges.map(({ id }) => id).sort()).toEqual(judges.map(({ id }) => id).sort())
    }),
  )

  it(
    'refuses a second cycle of a year, dates out of order, and who is no judge',
    inTest(async (ctx) => {
      const { operator, judges, colleague } = await awardScene(ctx)
      const asOperator = as(ctx, operator, at.nominating, 'operator')
      await expect(createCycle(asOperator, cycleInput(judges))).rejects.toMatchObject({ code: 'cycle-exists', data: { year: 2026 } })
      const late = cycleInput(judges, { year: 2027, frozenOn: '2026-12-11' })
      await expect(createCycle(asOperator, late)).rejects.toMatchObject({ code: 'award-days' })
      const other = cycleInput([...judges, colleague], { year: 2027 })
      await expect(createCycle(asOperator, other)).rejects.toMatchObject({ code: 'judge-role-missing', data: { name: colleague.name } })
    }),
  )

  it(
    'refuses the wrong role',
    inTest(async (ctx) => {
      const hr = await makeEmployee(ctx)
      await expect(createCycle(as(ctx, hr, at.nominating, 'hr', 'judge'), cycleInput([hr]))).rejects.toMatchObject({
        code: 'role-required',
      })
    }),
  )
})
