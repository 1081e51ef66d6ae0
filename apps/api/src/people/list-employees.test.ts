import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Actor } from '../core/context.ts'
import { writeCursor } from '../core/http/cursor.ts'
import { listEmployees } from './list-employees.ts'

let app: App
let hr: Actor
beforeAll(async () => {
  app = await testApp()
  hr = actorOf(await makeEmployee(app), 'hr')
})
afterAll(closeApps)

describe('listEmployees', () => {
  it('finds by a part of the name and by the beginning of the staff number', () =>
    rolledBack(app, hr, async (ctx) => {
      const rare = await makeEmployee(ctx, { name: '欧阳鱻鱻', employeeNo: 'ZQX-001' })
      const other = await makeEmployee(ctx, { name: '林一', employeeNo: 'ZQX-002' })
      const found = async (search: string) => (await listEmployees(ctx, { limit: 20, search })).items.map(({ id }) => id)
      expect(await found('阳鱻')).toEqual([rare.id])
      expect(await found('ZQX-')).toEqual([rare.id, other.id])
      expect(await found('zqx-002')).toEqual([other.id])
      expect(await found('QX-001')).toEqual([])
    }))

  it('takes what is typed for itself', () =>
    rolledBack(app, hr, async (ctx) => {
      await makeEmployee(ctx, { name: '百分之百' })
      for (const search of ['%', '_', '\\', "'", '%百']) expect((await listEmployees(ctx, { limit: 20, search })).items).toEqual([])
    }))

  it('shows what HR may know and no more', () =>
    rolledBack(app, hr, async (ctx) => {
      await makeEmployee(ctx, { employeeNo: 'ZQX-003' })
      const { items } = await listEmployees(ctx, { limit: 20, search: 'ZQX-003' })
      expect(Object.keys(items[0] ?? {})).not.toContain('wecomUserId')
    }))

  it('pages through, each person once', () =>
    rolledBack(app, hr, async (ctx) => {
      for (let n = 0; n < 5; n++) await makeEmployee(ctx, { employeeNo: `ZQY-${n}` })
      const numbers: string[] = []
      let cursor: string | undefined
      do {
        const page = await listEmployees(ctx, { limit: 2, search: 'ZQY-', cursor })
        numbers.push(...page.items.map(({ employeeNo }) => employeeNo))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(numbers).toEqual(['ZQY-0', 'ZQY-1', 'ZQY-2', 'ZQY-3', 'ZQY-4'])
    }))

  it('refuses a cursor that no page gave', () =>
    rolledBack(app, hr, async (ctx) => {
      for (const value of [['陈'], [1], []]) {
        const cursor = writeCursor(value)
        await expect(listEmployees(ctx, { limit: 1, cursor })).rejects.toMatchObject({ code: 'invalid-request' })
      }
    }))

  it('records each look by the ids that were shown, without what was typed', () =>
    rolledBack(app, hr, async (ctx) => {
      const { id } = await makeEmployee(ctx, { name: '欧阳鱻鱻' })
      await listEmployees(ctx, { limit: 20, search: '欧阳鱻鱻' })
      const trace = (await tracesOf(ctx, 'employees')).at(-1)
      expect(trace).toEqual({ action: 'employees.listed', actorId: hr.kind === 'employee' ? hr.employeeId : null, detail: { shown: [id] } })
    }))

  it('is open to operators; refuses the wrong role', async () => {
    const person = await makeEmployee(app)
    await rolledBack(app, actorOf(person, 'operator'), async (ctx) =>
      expect((await listEmployees(ctx, { limit: 1 })).items).toHaveLength(1),
    )
    for (const actor of [actorOf(person), actorOf(person, 'auditor'), actorOf(person, 'judge')]) {
      await rolledBack(app, actor, (ctx) => expect(listEmployees(ctx, { limit: 1 })).rejects.toMatchObject({ code: 'role-required' }))
    }
  })
})
