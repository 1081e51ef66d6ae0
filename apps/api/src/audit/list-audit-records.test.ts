import { shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import { as } from '../../../../test/support/projects.ts'
import { record } from '../core/audit/record.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { listAuditRecords } from './list-audit-records.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

/** Five deeds of one person to one thing within the same instant. */
async function scene(ctx: Ctx) {
  const [auditor, person] = [await makeEmployee(ctx), await makeEmployee(ctx, { name: '何小满' })]
  const subject = ctx.app.newId('employee')
  for (let n = 0; n < 5; n++)
    await record(as(ctx, person), { action: n === 0 ? 'test.made' : 'test.changed', subject, detail: { round: n } })
  return { ctx, person, subject, asAuditor: as(ctx, auditor, 'auditor'), auditor }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) => () =>
  rolledBack(app, { kind: 'anonymous' }, async (ctx) => test(await scene(ctx)))

describe('listAuditRecords', () => {
  it(
    'shows deeds newest first, page by page, none twice, with who did them',
    inScene(async ({ asAuditor, subject, person }) => {
      const first = await listAuditRecords(asAuditor, { limit: 3, subject })
      const second = await listAuditRecords(asAuditor, { limit: 3, subject, cursor: first.nextCursor ?? '' })
      const lines = [...first.items, ...second.items]
      expect(lines.map(({ detail }) => detail['round'])).toEqual([4, 3, 2, 1, 0])
      expect(second.nextCursor).toBeNull()
      expect(lines[0]).toMatchObject({ actor: { id: person.id, name: '何小满' }, actorKind: 'employee', action: 'test.changed' })
    }),
  )

  it(
    'finds by actor, action and day',
    inScene(async ({ asAuditor, person, subject, ctx }) => {
      const count = async (filter: object) => (await listAuditRecords(asAuditor, { limit: 100, ...filter })).items.length
      expect(await count({ actorId: person.id })).toBe(5)
      expect(await count({ actorId: person.id, action: 'test.made' })).toBe(1)
      expect(await count({ subject, day: shanghaiDay(ctx.now) })).toBe(5)
      expect(await count({ subject, day: '2020-01-01' })).toBe(0)
    }),
  )

  it(
    'finds by a part of the product, newest first across its actions and page by page',
    inScene(async ({ ctx, asAuditor, person, subject }) => {
      for (const action of ['role.granted', 'role.ended', 'branch.created', 'role.granted'] as const)
        await record(as(ctx, person), { action, subject })
      const query = { limit: 3, group: 'people', subject } as const
      const first = await listAuditRecords(asAuditor, query)
      const second = await listAuditRecords(asAuditor, { ...query, cursor: first.nextCursor ?? '' })
      const actions = [...first.items, ...second.items].map(({ action }) => action)
      expect(actions).toEqual(['role.granted', 'branch.created', 'role.ended', 'role.granted'])
      expect((await listAuditRecords(asAuditor, { ...query, group: 'funds' })).items).toEqual([])
    }),
  )

  it(
    'finds by the name or staff number of who did it, and records who that is, not what was typed',
    inScene(async ({ ctx, asAuditor, auditor, person, subject }) => {
      for (const typed of ['何小', person.employeeNo])
        expect((await listAuditRecords(asAuditor, { limit: 10, subject, person: typed })).items).toHaveLength(5)
      expect((await listAuditRecords(asAuditor, { limit: 10, person: '无此人%' })).items).toEqual([])
      const mine = (await tracesOf(ctx, 'audit-records')).filter(({ actorId }) => actorId === auditor.id)
      expect(mine.at(-1)?.detail).toEqual({ people: [], shown: 0 })
      expect(mine.at(-2)?.detail['people']).toEqual([person.id])
    }),
  )

  it(
    'names what ids stand for, of a long list the first ones',
    inScene(async ({ ctx, asAuditor, person }) => {
      const branch = await makeBranch(ctx)
      const crowd: string[] = []
      for (let n = 0; n < 6; n++) crowd.push((await makeEmployee(ctx)).id)
      await record(as(ctx, person), {
        action: 'role.granted',
        subject: person.id,
        detail: { branchId: branch.id, before: { shown: crowd } },
      })
      const [line] = (await listAuditRecords(asAuditor, { limit: 1, subject: person.id })).items
      expect(line?.names).toMatchObject({ [person.id]: '何小满', [branch.id]: branch.name })
      expect(Object.keys(line?.names ?? {})).toHaveLength(2 + 5)
    }),
  )

  it(
    'records that it was read, and by what',
    inScene(async ({ ctx, asAuditor, auditor, subject }) => {
      await listAuditRecords(asAuditor, { limit: 2, subject })
      const mine = (await tracesOf(ctx, 'audit-records')).filter(({ actorId }) => actorId === auditor.id)
      expect(mine).toMatchObject([{ action: 'audit.listed', detail: { subject, shown: 2 } }])
    }),
  )

  it(
    'refuses every other role, and what is no cursor of it',
    inScene(async ({ ctx, auditor, asAuditor }) => {
      for (const role of ['operator', 'hr', 'judge'] as const)
        await expect(listAuditRecords(as(ctx, auditor, role), { limit: 1 })).rejects.toMatchObject({ code: 'role-required' })
      await expect(listAuditRecords(asAuditor, { limit: 1, cursor: '页' })).rejects.toMatchObject({ code: 'invalid-request' })
    }),
  )
})
