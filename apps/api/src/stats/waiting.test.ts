import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, rolledBack, testApp } from '../../../../test/support/database.ts'
import { type RoleOf, actorOf, makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import { as } from '../../../../test/support/projects.ts'
import { exported } from '../../../../test/support/stats.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { listToDos } from '../home/list-to-dos.ts'
import { insertExport } from './repo.ts'
import { requestExport } from './request-export.ts'
import { exportWaiting } from './waiting.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'failed_exports' })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => () => rolledBack(app, { kind: 'anonymous' }, fn)

async function scene(ctx: Ctx) {
  const person = await makeEmployee(ctx)
  const asked = await requestExport(as(ctx, person, 'hr'), { year: 2025 })
  const { branch, requestedBy, requestedAt: _, files: __, ...rest } = asked
  const row = { ...rest, branchId: branch?.id ?? null, requestedBy: requestedBy.id, requestedAt: ctx.now, attempt: 1, heartbeatAt: null }
  const untouched = { ...row, finishedAt: null, asOf: null, xlsxFileId: null, csvFileId: null, reportHash: null }
  return {
    fail: (over: Partial<typeof untouched> = {}) =>
      insertExport(ctx, {
        ...untouched,
        id: ctx.app.newId('export'),
        state: 'failed',
        failure: 'interrupted',
        finishedAt: ctx.now,
        ...over,
      }),
    heaps: async (role: RoleOf) => (await listToDos(as(ctx, person, role), [exportWaiting])).map(({ kind, count }) => [kind, count]),
  }
}

describe('failed exports', () => {
  it(
    'wait for HR and operators, once for each scope, and for nobody else',
    inTest(async (ctx) => {
      const { fail, heaps } = await scene(ctx)
      expect(await heaps('hr')).toEqual([])
      await fail()
      await fail({ failure: 'mismatch' })
      expect(await heaps('hr')).toEqual([['exports-failed', 1]])
      await fail({ branchId: (await makeBranch(ctx)).id })
      await fail({ year: 2024 })
      await fail({ kind: 'difference' })
      expect(await heaps('operator')).toEqual([['exports-failed', 4]])
      for (const role of ['auditor', 'judge'] as const) expect(await heaps(role)).toEqual([])
    }),
  )

  it('are cleared by a newer file of the same scope, and by no other', async () => {
    const hr = await makeEmployee(app)
    const ctx = await ctxOf(app, actorOf(hr, 'hr'))
    const count = async () => (await listToDos(ctx, [exportWaiting])).find(({ kind }) => kind === 'exports-failed')?.count ?? 0
    const branch = await makeBranch(app)
    await exported(app, hr, { year: 2024 })
    const { id } = await requestExport(ctx, { year: 2024 })
    await app.pool.query("UPDATE hr_export SET state = 'failed', failure = 'interrupted', finished_at = NOW(3) WHERE id = ?", [id])
    expect(await count()).toBe(1)
    await exported(app, hr, { year: 2024, branchId: branch.id })
    await exported(app, hr, { year: 2025 })
    expect(await count()).toBe(1)
    await exported(app, hr, { year: 2024 })
    expect(await count()).toBe(0)
  })
})
