import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Actor, Ctx } from '../core/context.ts'
import { endRoleGrant } from './end-role-grant.ts'
import { grantRole } from './grant-role.ts'
import { profileOf } from './read.ts'

let app: App
let operator: Actor
beforeAll(async () => {
  app = await testApp()
  operator = actorOf(await makeEmployee(app), 'operator')
})
afterAll(closeApps)

async function givenRole(ctx: Ctx, days: { endsOn?: string } = {}) {
  const person = await makeEmployee(ctx)
  return grantRole(ctx, { employeeId: person.id, role: 'hr', startsOn: '2026-01-01', ...days })
}

describe('endRoleGrant', () => {
  it('ends the role in this moment, keeps the grant as history, and leaves a trace', () =>
    rolledBack(app, operator, async (ctx) => {
      const grant = await givenRole(ctx)
      expect(await endRoleGrant(ctx, grant.id)).toEqual({ ...grant, endedAt: ctx.now.toISOString() })
      expect((await profileOf(ctx, grant.employee.id)).roles).toEqual([])
      expect((await tracesOf(ctx, grant.employee.id)).at(-1)).toMatchObject({
        action: 'role.ended',
        detail: { roleGrantId: grant.id, role: 'hr' },
      })
    }))

  it('lets the same role be given again', () =>
    rolledBack(app, operator, async (ctx) => {
      const grant = await givenRole(ctx)
      await endRoleGrant(ctx, grant.id)
      const again = await grantRole(ctx, { employeeId: grant.employee.id, role: 'hr', startsOn: '2026-01-01' })
      expect(again.endedAt).toBeNull()
    }))

  it('refuses a grant that has ended or run out', () =>
    rolledBack(app, operator, async (ctx) => {
      const ended = await givenRole(ctx)
      await endRoleGrant(ctx, ended.id)
      await expect(endRoleGrant(ctx, ended.id)).rejects.toMatchObject({ code: 'role-ended' })
      const over = await givenRole(ctx, { endsOn: '2026-02-01' })
      await expect(endRoleGrant(ctx, over.id)).rejects.toMatchObject({ code: 'role-ended' })
    }))

  it('refuses the own role, and an id nobody has', async () => {
    const person = await makeEmployee(app)
    await rolledBack(app, actorOf(person, 'operator'), async (ctx) => {
      const system: Ctx = { ...ctx, actor: { kind: 'system', job: 'seed' } }
      const own = await grantRole(system, { employeeId: person.id, role: 'operator', startsOn: '2026-01-01' })
      await expect(endRoleGrant(ctx, own.id)).rejects.toMatchObject({ code: 'own-role' })
      await expect(endRoleGrant(ctx, 'rol_0000000000000')).rejects.toMatchObject({ code: 'not-found' })
    })
  })

  it('refuses the wrong role', () =>
    rolledBack(app, operator, async (ctx) => {
      const grant = await givenRole(ctx)
      const hr: Ctx = { ...ctx, actor: actorOf(grant.employee, 'hr') }
      await expect(endRoleGrant(hr, grant.id)).rejects.toMatchObject({ code: 'role-required' })
    }))
})
