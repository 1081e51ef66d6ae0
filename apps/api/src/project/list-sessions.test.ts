import { addMinutes, shanghaiInstant } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import { type ProjectWish, type SessionWish, as, openSessionOf, publishedProject } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelSession } from './cancel-session.ts'
import { changeProject } from './change-project.ts'
import { type SessionQuery, listSessions } from './list-sessions.ts'
import { pauseProject } from './pause-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const now = '2026-11-20T04:00:00.000Z'

/** A branch of its own, so that sessions of other tests are never on the list. */
async function scene(ctx: Ctx) {
  const [branch, host] = [await makeBranch(ctx), await makeEmployee(ctx)]
  const reader = as(ctx, await makeEmployee(ctx))
  const projectWith = (wish: Partial<ProjectWish> = {}) => publishedProject(ctx, { hostId: host.id, branchId: branch.id, ...wish })
  const found = async (query: Partial<SessionQuery> = {}) =>
    (await listSessions(reader, { branchId: branch.id, limit: 20, ...query })).items.map(({ title }) => title)
  return { branch, host, reader, projectWith, found, asHost: as(ctx, host) }
}

const inScene = (test: (s: Awaited<ReturnType<typeof scene>> & { ctx: Ctx }) => Promise<void>) =>
  rolledBack(app, { kind: 'anonymous' }, async (ctx) => test({ ...(await scene(ctx)), ctx }), now)

describe('listSessions', () => {
  it('lists coming sessions soonest first, one that runs included, and pages without a gap or a double', () =>
    inScene(async ({ ctx, branch, reader, projectWith }) => {
      const [one, other] = [await projectWith(), await projectWith()]
      const hours = [-1, 5, 5, 5, 30, 80, 81]
      for (const [at, hour] of hours.entries()) {
        await openSessionOf(ctx, at % 2 === 0 ? one : other, { title: `第 ${at} 场`, startsAt: addMinutes(ctx.now, hour * 60) })
      }
      const titles: string[] = []
      let cursor: string | undefined
      do {
        const page = await listSessions(reader, { branchId: branch.id, limit: 2, cursor })
        titles.push(...page.items.map(({ title }) => title))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(titles).toEqual(hours.map((_, at) => `第 ${at} 场`))
    }))

  it('leaves out what is over, called off, or of a project that is not published', () =>
    inScene(async ({ ctx, projectWith, found, asHost }) => {
      const [shown, paused] = [await projectWith(), await projectWith()]
      await openSessionOf(ctx, shown, { title: '将来' })
      await openSessionOf(ctx, shown, { title: '已结束', startsAt: addMinutes(ctx.now, -180), minutes: 180 })
      const off = await openSessionOf(ctx, shown, { title: '已取消' })
      await cancelSession(asHost, off.id, { reason: '台风预警' })
      await openSessionOf(ctx, paused, { title: '已暂停' })
      await pauseProject(asHost, paused.id, { reason: '冬季休整' })
      expect(await found()).toEqual(['将来'])
    }))

  it('filters by field, city, online, days in Shanghai and open sign-up', () =>
    inScene(async ({ ctx, projectWith, found }) => {
      const [beach, school] = [await projectWith({ field: 'environment' }), await projectWith({ field: 'education-aid' })]
      const open = (of: typeof beach, wish: SessionWish) => openSessionOf(ctx, of, wish)
      await open(beach, { title: '深圳', city: '深圳', startsAt: shanghaiInstant('2026-11-21', '23:59') })
      await open(beach, { title: '广州', city: '广州', startsAt: shanghaiInstant('2026-11-22', '00:00') })
      await open(school, { title: '线上', city: null, online: true, startsAt: shanghaiInstant('2026-11-23', '20:00') })
      await open(school, { title: '未开放', startsAt: shanghaiInstant('2026-12-30', '09:00'), signupOpensAt: addMinutes(ctx.now, 1) })
      await open(school, { title: '已截止', startsAt: shanghaiInstant('2026-12-31', '09:00'), signupClosesAt: ctx.now })

      expect(await found({ field: 'education-aid' })).toEqual(['线上', '未开放', '已截止'])
      expect(await found({ city: '广州' })).toEqual(['广州'])
      expect(await found({ online: true })).toEqual(['线上'])
      expect(await found({ online: false, field: 'environment' })).toEqual(['深圳', '广州'])
      expect(await found({ from: '2026-11-22' })).toEqual(['广州', '线上', '未开放', '已截止'])
      expect(await found({ until: '2026-11-21' })).toEqual(['深圳'])
      expect(await found({ from: '2020-01-01', until: '2026-11-22' })).toEqual(['深圳', '广州'])
      expect(await found({ open: true })).toEqual(['深圳', '广州', '线上'])
      expect(await found({ from: '2027-06-01' })).toEqual([])
    }))

  it('finds Chinese words without spaces in the title, story, place and organiser', () =>
    inScene(async ({ ctx, projectWith, found }) => {
      const beach = await projectWith({ title: '深圳湾红树林净滩', story: '清理海漂垃圾', organiser: '志愿者协会' })
      const dogs = await projectWith({ title: '流浪狗义诊', story: '给狗做体检，ＡＩ 识别芯片', organiser: '动物保护社' })
      await openSessionOf(ctx, beach, { title: '第 12 场', place: '深圳湾公园 B 口', city: '深圳' })
      await openSessionOf(ctx, beach, { title: '第 13 场', place: '福田红树林', city: '深圳' })
      await openSessionOf(ctx, dogs, { title: '义诊日', place: '龙华基地 100% 室内', city: '深圳' })

      expect(await found({ search: '红树林' })).toEqual(['第 12 场', '第 13 场'])
      expect(await found({ search: '福田' })).toEqual(['第 13 场'])
      expect(await found({ search: '海漂' })).toEqual(['第 12 场', '第 13 场'])
      expect(await found({ search: '保护社' })).toEqual(['义诊日'])
      expect(await found({ search: '狗' })).toEqual(['义诊日'])
      expect(await found({ search: '社' })).toEqual(['义诊日'])
      expect(await found({ search: '净滩 b' })).toEqual(['第 12 场'])
      expect(await found({ search: 'ai' })).toEqual(['义诊日'])
      expect(await found({ search: 'ＡＩ' })).toEqual(['义诊日'])
      expect(await found({ search: '树红' })).toEqual([])
      expect(await found({ search: '红树林义诊' })).toEqual([])
    }))

  it('takes wildcards for the characters they are', () =>
    inScene(async ({ ctx, projectWith, found }) => {
      await openSessionOf(ctx, await projectWith(), { title: '百分百', place: '100% 室内' })
      expect(await found({ search: '100%' })).toEqual(['百分百'])
      expect(await found({ search: '%' })).toEqual(['百分百'])
      expect(await found({ search: '_' })).toEqual([])
      expect(await found({ search: String.raw`\ ' "` })).toEqual([])
    }))

  it('no longer finds a project by a word it has dropped', () =>
    inScene(async ({ ctx, branch, projectWith, found, asHost }) => {
      const project = await projectWith({ title: '红树林净滩' })
      await openSessionOf(ctx, project, { title: '周末场' })
      expect(await found({ search: '净滩' })).toEqual(['周末场'])
      const words = {
        title: '红树林观鸟',
        field: 'environment',
        branchId: branch.id,
        city: '深圳',
        story: '清晨',
        organiser: '观鸟会',
      } as const
      await changeProject(asHost, project.id, words)
      expect(await found({ search: '净滩' })).toEqual([])
      expect(await found({ search: '观鸟' })).toEqual(['周末场'])
    }))

  it('finds the same whether few projects answer or many', () =>
    inScene(async ({ ctx, projectWith, found }) => {
      for (let n = 0; n < 60; n++) {
        const project = await projectWith({ title: n % 20 === 0 ? '特别行动' : '日常陪伴', story: '同行' })
        await openSessionOf(ctx, project, { title: `${n}`, startsAt: addMinutes(ctx.now, 600 + n), city: n % 2 === 0 ? '深圳' : '广州' })
      }
      const numbers = Array.from({ length: 60 }, (_, n) => `${n}`)
      expect(await found({ limit: 100 })).toEqual(numbers)
      expect(await found({ limit: 100, search: '同行' })).toEqual(numbers)
      expect(await found({ limit: 100, search: '日常' })).toEqual(numbers.filter((n) => Number(n) % 20 !== 0))
      expect(await found({ limit: 100, search: '特别' })).toEqual(['0', '20', '40'])
      expect(await found({ limit: 100, search: '日常', city: '广州' })).toEqual(numbers.filter((n) => Number(n) % 2 === 1))
    }))

  it('asks the database at most twice', () =>
    inScene(async ({ ctx, projectWith, found, reader }) => {
      await openSessionOf(ctx, await projectWith())
      const plain = await effortOf(ctx, () => listSessions(reader, { limit: 20 }))
      expect(plain.statements).toBe(1)
      const filtered = await effortOf(ctx, async () => {
        expect(await found({ search: '红树林', field: 'environment', city: '深圳', open: true })).toHaveLength(1)
      })
      expect(filtered.statements).toBe(2)
    }))

  it('refuses a cursor that is none of its own', () =>
    inScene(async ({ found, projectWith, ctx }) => {
      await openSessionOf(ctx, await projectWith())
      await expect(found({ cursor: 'bm90IG1pbmU' })).rejects.toMatchObject({ code: 'invalid-request' })
    }))

  it('refuses the wrong role', () =>
    inScene(async ({ ctx }) => {
      await expect(listSessions(ctx, { limit: 20 })).rejects.toMatchObject({ code: 'login-required' })
    }))
})
