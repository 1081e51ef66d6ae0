import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf } from '../../../../test/support/people.ts'
import { asOperator, makeTask } from '../../../../test/support/points.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { createPointTask } from './create-point-task.ts'
import { endPointTask } from './end-point-task.ts'
import { listPointTasks } from './list-point-tasks.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const employee = (ctx: Ctx): Ctx => ({ ...ctx, actor: actorOf({ id: 'emp_0000000000001' }, 'hr', 'auditor') })
const draft = (ctx: Ctx) => ({
  title: '扫码签到',
  fact: 'checked-in' as const,
  kind: 'daily' as const,
  need: 9,
  points: 5,
  timesADay: 1,
  timesInAll: 20,
  fromOn: addDays(shanghaiDay(ctx.now), 1),
  untilOn: null,
})

describe('createPointTask', () => {
  it('keeps the terms, with only those that its kind knows', () =>
    inTest(async (ctx) => {
      const daily = await createPointTask(asOperator(ctx), draft(ctx))
      expect(daily).toMatchObject({ need: 1, timesADay: 1, timesInAll: 20, endedOn: null })
      const milestone = await createPointTask(asOperator(ctx), { ...draft(ctx), kind: 'milestone', timesADay: 3 })
      expect(milestone).toMatchObject({ need: 9, timesADay: 1, timesInAll: null })
      expect(await tracesOf(ctx, daily.id)).toMatchObject([{ action: 'point-task.created', detail: { points: 5 } }])
    }))

  it('refuses to reach back, days in the wrong order, and a fact its kind does not fit', () =>
    inTest(async (ctx) => {
      const create = (change: object) => createPointTask(asOperator(ctx), { ...draft(ctx), ...change })
      const today = shanghaiDay(ctx.now)
      await expect(create({ fromOn: today })).rejects.toMatchObject({ code: 'point-task-too-early', data: { fromOn: today } })
      await expect(create({ untilOn: today })).rejects.toMatchObject({ code: 'days-reversed' })
      await expect(create({ fact: 'wechat-bound' })).rejects.toMatchObject({ code: 'point-task-fact' })
    }))

  it('refuses the wrong role', () =>
    inTest((ctx) => expect(createPointTask(employee(ctx), draft(ctx))).rejects.toMatchObject({ code: 'role-required' })))
})

describe('endPointTask', () => {
  it('ends with today, once', () =>
    inTest(async (ctx) => {
      const { id } = await makeTask(ctx)
      const today = shanghaiDay(ctx.now)
      expect(await endPointTask(asOperator(ctx), id)).toMatchObject({ endedOn: today })
      await expect(endPointTask(asOperator(ctx), id)).rejects.toMatchObject({ code: 'point-task-ended', data: { endedOn: today } })
      expect(await tracesOf(ctx, id)).toMatchObject([{ action: 'point-task.ended', detail: { endedOn: today } }])
    }))

  it('refuses the wrong role, and a task that is not there', () =>
    inTest(async (ctx) => {
      await expect(endPointTask(employee(ctx), 'ptk_0000000000000')).rejects.toMatchObject({ code: 'role-required' })
      await expect(endPointTask(asOperator(ctx), 'ptk_0000000000000')).rejects.toMatchObject({ code: 'not-found' })
    }))
})

describe('listPointTasks', () => {
  it('pages through all of them, newest first', () =>
    inTest(async (ctx) => {
      const older = await makeTask(ctx)
      const newer = await makeTask(ctx)
      const first = await listPointTasks(asOperator(ctx), { limit: 1 })
      expect(first.items).toMatchObject([{ task: { id: newer.id }, people: 0, awards: 0, pointsGiven: 0 }])
      const second = await listPointTasks(asOperator(ctx), { limit: 1, cursor: first.nextCursor! })
      expect(second.items).toMatchObject([{ task: { id: older.id } }])
    }))

  it('refuses the wrong role', () =>
    inTest((ctx) => expect(listPointTasks(employee(ctx), { limit: 1 })).rejects.toMatchObject({ code: 'role-required' })))
})
