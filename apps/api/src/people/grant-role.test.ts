import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Actor } from '../core/context.ts'
import { grantRole } from './grant-role.ts'
import { listRoleGrants, profileOf } from './read.ts'

let app: App
let operatorId: string
let operator: Actor
beforeAll(async () => {
  app = await testApp()
  operatorId = (await makeEmployee(app)).id
  operator = actorOf({ id: operatorId }, 'operator')
})
afterAll(closeApps)

describe('grantRole', () => {
  it('gives a branch lead their branch from a day on, and leaves a trace', () =>
    rolledBack(app, operator, async (ctx) => {
      const branch = await makeBranch(ctx)
      const person = await makeEmployee(ctx, { name: '林一' })
      const startsOn = shanghaiDay(ctx.now)
      const grant = await grantRole(ctx, { employeeId: person.id, role: 'branch-lead', branchId: branch.id, startsOn })
      expect(grant).toEqual({
        id: grant.id,
        employee: { id: person.id, name: '林一', department: '技术工程' },
        role: 'branch-lead',
        branch,
        startsOn,
        endsOn: null,
        endedAt: null,
      })
      expect((await profileOf(ctx, person.id)).roles).toEqual([{ role: 'branch-lead', branchId: branch.id }])
      expect(await tracesOf(ctx, person.id)).toMatchObject([
        { action: 'role.granted', actorId: operatorId, detail: { roleGrantId: grant.id, role: 'branch-lead', branchId: branch.id } },
      ])
    }))

  it('gives a role for days to come, which does not count before', () =>
    rolledBack(app, operator, async (ctx) => {
      const person = await makeEmployee(ctx)
      const [startsOn, endsOn] = [addDays(shanghaiDay(ctx.now), 1), addDays(shanghaiDay(ctx.now), 30)]
      expect(await grantRole(ctx, { employeeId: person.id, role: 'judge', startsOn, endsOn })).toMatchObject({ startsOn, endsOn })
      expect((await profileOf(ctx, person.id)).roles).toEqual([])
    }))

  it('refuses a role to oneself', () =>
    rolledBack(app, operator, (ctx) =>
      expect(grantRole(ctx, { employeeId: operatorId, role: 'hr', startsOn: '2026-01-01' })).rejects.toMatchObject({ code: 'own-role' }),
    ))

  it('refuses a lead without a branch, a branch nobody opened, and a branch for a role of the company', () =>
    rolledBack(app, operator, async (ctx) => {
      const { id: employeeId } = await makeEmployee(ctx)
      const { id: branchId } = await makeBranch(ctx)
      const startsOn = '2026-01-01'
      await expect(grantRole(ctx, { employeeId, role: 'branch-lead', startsOn })).rejects.toMatchObject({ code: 'role-needs-branch' })
      await expect(grantRole(ctx, { employeeId, role: 'hr', branchId, startsOn })).rejects.toMatchObject({ code: 'role-needs-branch' })
      const nowhere = grantRole(ctx, { employeeId, role: 'branch-lead', branchId: 'brn_0000000000000', startsOn })
      await expect(nowhere).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('refuses a role that is held, and who has left', () =>
    rolledBack(app, operator, async (ctx) => {
      const person = await makeEmployee(ctx)
      const gone = await makeEmployee(ctx, { leftOn: '2026-06-30' })
      await grantRole(ctx, { employeeId: person.id, role: 'hr', startsOn: '2026-01-01' })
      const twice = grantRole(ctx, { employeeId: person.id, role: 'hr', startsOn: '2026-11-01' })
      await expect(twice).rejects.toMatchObject({ code: 'role-held-already', data: { since: '2026-01-01' } })
      const late = grantRole(ctx, { employeeId: gone.id, role: 'hr', startsOn: '2026-07-01' })
      await expect(late).rejects.toMatchObject({ code: 'employee-left', data: { leftOn: '2026-06-30' } })
    }))

  it('is open to the system, which gives the first roles', () =>
    rolledBack(app, { kind: 'system', job: 'seed' }, async (ctx) => {
      const { id: employeeId } = await makeEmployee(ctx)
      expect(await grantRole(ctx, { employeeId, role: 'operator', startsOn: '2026-01-01' })).toMatchObject({ role: 'operator' })
    }))

  it('refuses the wrong role', async () => {
    const person = await makeEmployee(app)
    for (const actor of [actorOf(person), actorOf(person, 'hr'), actorOf(person, 'auditor')]) {
      const attempt = { employeeId: operatorId, role: 'hr', startsOn: '2026-01-01' } as const
      await rolledBack(app, actor, (ctx) => expect(grantRole(ctx, attempt)).rejects.toMatchObject({ code: 'role-required' }))
    }
  })
})

describe('listRoleGrants', () => {
  it('shows the newest first, page by page, and records who was shown', () =>
    rolledBack(app, operator, async (ctx) => {
      const made: string[] = []
      for (let n = 0; n < 3; n++) {
        const { id: employeeId } = await makeEmployee(ctx)
        made.push((await grantRole(ctx, { employeeId, role: 'hr', startsOn: '2026-01-01' })).id)
      }
      const first = await listRoleGrants(ctx, { limit: 2 })
      const second = await listRoleGrants(ctx, { limit: 2, cursor: first.nextCursor ?? undefined })
      expect([...first.items, ...second.items].map(({ id }) => id).slice(0, 3)).toEqual(made.toReversed())
      expect((await tracesOf(ctx, 'role-grants')).at(-2)?.detail).toEqual({ shown: first.items.map(({ id }) => id) })
    }))

  it('is open to auditors; refuses the wrong role', async () => {
    const person = await makeEmployee(app)
    await rolledBack(app, actorOf(person, 'auditor'), async (ctx) =>
      expect((await listRoleGrants(ctx, { limit: 1 })).items.length).toBeLessThanOrEqual(1),
    )
    await rolledBack(app, actorOf(person, 'hr'), (ctx) =>
      expect(listRoleGrants(ctx, { limit: 1 })).rejects.toMatchObject({ code: 'role-required' }),
    )
  })

  it('refuses a cursor that is none', () =>
    rolledBack(app, operator, (ctx) =>
      expect(listRoleGrants(ctx, { limit: 1, cursor: 'garbage' })).rejects.toMatchObject({ code: 'invalid-request' }),
    ))
})
