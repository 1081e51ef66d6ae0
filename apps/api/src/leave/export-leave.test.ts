import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asBranchLead, ask, leaveScene } from '../../../../test/support/leave.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { filesById } from '../file/index.ts'
import { storedFile } from '../file/tables.ts'
import { decideLeave } from './decide-leave.ts'
import { exportLeave } from './export-leave.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'leave-export' })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('exportLeave', () => {
  it('writes all leave of a year into a file that names no formula, and records who took it', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      await decideLeave(asBranchLead(ctx, scene), id, { decision: 'declined', reason: '=当天有发布' })
      const hr = await makeEmployee(ctx)
      const asHr = actingAs(ctx, actorOf(hr, 'hr'))
      const { rows, link } = await exportLeave(asHr, { year: 2026 })
      expect(rows).toBe(1)
      expect(link).toMatch(/^\/api\/v1\/files\//)
      const [file] = (await ctx.db.select().from(storedFile)).filter(({ uploaderId }) => uploaderId === hr.id)
      expect(await filesById(ctx, [file!.id])).toHaveLength(1)
      const parts: Uint8Array[] = []
      for await (const part of (await app.storage.get(file!.storageKey)) ?? []) parts.push(part)
      const [headings, line] = Buffer.concat(parts).toString().split('\r\n')
      expect(headings).toMatch(/^\uFEFF编号,员工编号,姓名/)
      expect(line).toContain(`${id},${scene.me.id},陈小禾,技术工程,2026-11-20,下午,240,未批准,`)
      expect(line).toContain(`,林负责人,'=当天有发布,`)
      expect(await tracesOf(ctx, file!.id)).toMatchObject([{ action: 'leave.exported', actorId: hr.id, detail: { year: 2026, rows: 1 } }])
      expect(await exportLeave(asHr, { year: 2025 })).toMatchObject({ rows: 0 })
    }))

  it('refuses the wrong role', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      await expect(exportLeave(asBranchLead(ctx, scene), { year: 2026 })).rejects.toMatchObject({ code: 'role-required' })
    }))
})
