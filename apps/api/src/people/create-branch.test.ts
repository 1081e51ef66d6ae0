import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Actor } from '../core/context.ts'
import { createBranch } from './create-branch.ts'
import { branchById, listBranches } from './read.ts'

let app: App
let operator: Actor
beforeAll(async () => {
  app = await testApp()
  operator = actorOf(await makeEmployee(app), 'operator')
})
afterAll(closeApps)

const input = { code: 'shenzhen-test', name: '深圳分会', kind: 'region' as const }

describe('createBranch', () => {
  it('opens a branch that can be found, and leaves a trace', () =>
    rolledBack(app, operator, async (ctx) => {
      const branch = await createBranch(ctx, input)
      expect(branch).toMatchObject(input)
      expect(await branchById(ctx, branch.id)).toEqual(branch)
      expect(await tracesOf(ctx, branch.id)).toMatchObject([
        { action: 'branch.created', detail: { code: 'shenzhen-test', kind: 'region' } },
      ])
    }))

  it('refuses a code that is taken', () =>
    rolledBack(app, operator, async (ctx) => {
      await createBranch(ctx, input)
      const second = createBranch(ctx, { ...input, name: '另一个', kind: 'field' })
      await expect(second).rejects.toMatchObject({ code: 'branch-code-taken', data: { code: 'shenzhen-test' } })
    }))

  it('is open to the system, which lays the first ones', () =>
    rolledBack(app, { kind: 'system', job: 'seed' }, async (ctx) => expect(await createBranch(ctx, input)).toMatchObject(input)))

  it('refuses the wrong role', async () => {
    const person = await makeEmployee(app)
    for (const actor of [actorOf(person), actorOf(person, 'hr'), actorOf(person, { leads: { id: 'brn_0000000000000' } })]) {
      await rolledBack(app, actor, (ctx) => expect(createBranch(ctx, input)).rejects.toMatchObject({ code: 'role-required' }))
    }
  })
})

describe('listBranches', () => {
  it('pages through one kind by code, each branch once', () =>
    rolledBack(app, operator, async (ctx) => {
      for (const n of [3, 1, 2]) await createBranch(ctx, { code: `zzz-${n}`, name: `领域 ${n}`, kind: 'field' })
      await createBranch(ctx, { code: 'zzz-0', name: '部门', kind: 'department' })
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listBranches(ctx, { kind: 'field', limit: 2, cursor })
        expect(page.items.length).toBeLessThanOrEqual(2)
        seen.push(...page.items.map(({ code }) => code))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen.filter((code) => code.startsWith('zzz-'))).toEqual(['zzz-1', 'zzz-2', 'zzz-3'])
      expect(new Set(seen).size).toBe(seen.length)
    }))
})
