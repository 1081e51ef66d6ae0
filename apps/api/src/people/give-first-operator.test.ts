import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, grantRoleTo, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Actor, Ctx } from '../core/context.ts'
import { giveFirstOperator } from './give-first-operator.ts'

let app: App
beforeAll(async () => {
  // A database of its own: it asks whether there is any operator at all.
  app = await testApp({ database: 'first_operator' })
})
afterAll(closeApps)

const system: Actor = { kind: 'system', job: 'first-operator' }
const inTest = (fn: (ctx: Ctx) => Promise<void>) => () => rolledBack(app, system, fn)

describe('the first operator', () => {
  it(
    'is given by the system where there is none, with a trace, and once',
    inTest(async (ctx) => {
      const [first, second] = [await makeEmployee(ctx, { employeeNo: 'E1' }), await makeEmployee(ctx, { employeeNo: 'E2' })]
      expect(await giveFirstOperator(ctx, { employeeNo: 'E1' })).toMatchObject({
        grant: { employee: { id: first.id }, role: 'operator', endsOn: null },
        imported: null,
      })
      expect(await tracesOf(ctx, first.id)).toMatchObject([
        { action: 'operator.named' },
        { action: 'role.granted', actorId: null, detail: { role: 'operator' } },
      ])
      const refused = giveFirstOperator(ctx, { employeeNo: second.employeeNo })
      await expect(refused).rejects.toMatchObject({ code: 'operator-exists', data: { operators: 1 } })
    }),
  )

  it(
    'may be followed by one whom an operator gives, by name and never to themself',
    inTest(async (ctx) => {
      const [operator, next] = [await makeEmployee(ctx, { employeeNo: 'E1' }), await makeEmployee(ctx, { employeeNo: 'E2' })]
      await grantRoleTo(ctx, operator, 'operator')
      await expect(giveFirstOperator(ctx, { employeeNo: 'E1', by: 'E1' })).rejects.toMatchObject({ code: 'own-role' })
      await expect(giveFirstOperator(ctx, { employeeNo: 'E1', by: 'E2' })).rejects.toMatchObject({ code: 'role-required' })
      await giveFirstOperator(ctx, { employeeNo: 'E2', by: 'E1' })
      expect(await tracesOf(ctx, next.id)).toMatchObject([
        { action: 'operator.named', detail: { by: 'E1' } },
        { action: 'role.granted', actorId: operator.id },
      ])
    }),
  )

  it(
    'is nobody unknown, and nothing that people give through the app',
    inTest(async (ctx) => {
      await expect(giveFirstOperator(ctx, { employeeNo: 'E404' })).rejects.toMatchObject({ code: 'not-found' })
      const person = await makeEmployee(ctx, { employeeNo: 'E1' })
      const asPerson: Ctx = { ...ctx, actor: actorOf(person, 'operator') }
      await expect(giveFirstOperator(asPerson, { employeeNo: 'E1' })).rejects.toMatchObject({ code: 'role-required' })
    }),
  )
})
