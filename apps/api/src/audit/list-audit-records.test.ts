import { shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
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
  for (let n = 0; n < 5; n++) await record(as(ctx, person), { action: n === 0 ? 'thing.made' : 'thing.changed', subject, detail: { n } })
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
      expect(lines.map(({ detail }) => detail['n'])).toEqual([4, 3, 2, 1, 0])
      expect(second.nextCursor).toBeNull()
      expect(lines[0]).toMatchObject({ actor: { id: person.id, name: '何小满' }, actorKind: 'employee', action: 'thing.changed' })
    }),
  )

  it(
    'finds by actor, action and day',
    inScene(async ({ asAuditor, person, subject, ctx }) => {
      const count = async (filter: object) => (await listAuditRecords(asAuditor, { limit: 100, ...filter })).items.length
      expect(await count({ actorId: person.id })).toBe(5)
      expect(await count({ actorId: person.id, action: 'thing.made' })).toBe(1)
      expect(await count({ subject, day: shanghaiDay(ctx.now) })).toBe(5)
      expect(await count({ subject, day: '2020-01-01' })).toBe(0)
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
