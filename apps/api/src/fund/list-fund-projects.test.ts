import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { fundDraft, fundPeople, listedFund } from '../../../../test/support/funds.ts'
import { pictureOf } from '../../../../test/support/pictures.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { storeImage } from '../file/index.ts'
import { getFundProject } from './get-fund-project.ts'
import { listFundProjects, listManagedFundProjects } from './list-fund-projects.ts'
import { listFundReports } from './list-fund-reports.ts'
import { moveFundProject } from './move-fund-project.ts'
import { publishFundReport } from './publish-fund-report.ts'
import { recommendFundProject } from './recommend-fund-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'fund' })
})
afterAll(closeApps)

type Test = (ctx: Ctx, people: Awaited<ReturnType<typeof fundPeople>>) => Promise<void>
const inTest = (test: Test) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(ctx, await fundPeople(ctx)), '2026-11-20T06:00:00.000Z')
const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name)
const report = { title: '开餐了', text: '三所学校开餐。', periodFrom: '2026-11-01', periodUntil: '2026-11-20', spentFen: 0, imageIds: [] }

describe('the list of fund projects', () => {
  it('shows those that receive credit first, and nothing that was never listed', () =>
    inTest(async (_, people) => {
      const paused = await listedFund(people, { name: '先暂停' })
      const closed = await listedFund(people, { name: '已结束' })
      await listedFund(people, { name: '较早' })
      await listedFund(people, { name: '较新' })
      const hidden = await recommendFundProject(people.asOne, { ...fundDraft, name: '未核验' })
      await moveFundProject(people.asOne, paused, { move: 'pause', reason: '整改' })
      await moveFundProject(people.asOne, closed, { move: 'close', reason: '完成' })
      await moveFundProject(people.asOne, hidden.id, { move: 'close', reason: '不符合' })
      expect(names(await listFundProjects(people.asEmployee, { limit: 20 }))).toEqual(['较新', '较早', '先暂停', '已结束'])
      const first = await listFundProjects(people.asEmployee, { limit: 3 })
      expect(names(first)).toHaveLength(3)
      expect(names(await listFundProjects(people.asEmployee, { limit: 3, cursor: first.nextCursor! }))).toEqual(['已结束'])
      await expect(getFundProject(people.asEmployee, hidden.id)).rejects.toMatchObject({ code: 'not-found' })
      expect(names(await listManagedFundProjects(people.asAuditor, { limit: 20, state: 'closed' }))).toEqual(['未核验', '已结束'])
    }))

  it('finds by field and by every word, and takes signs of a pattern as they are', () =>
    inTest(async (_, people) => {
      await listedFund(people)
      await listedFund(people, { name: '候鸟 100% 守护', field: 'environment', city: '盐城', summary: '给候鸟留一片湿地' })
      const find = async (search: string) => names(await listFundProjects(people.asEmployee, { limit: 20, search }))
      expect(await find('盐城 湿地')).toEqual(['候鸟 100% 守护'])
      expect(await find('基金会')).toHaveLength(2)
      expect(await find('100%')).toEqual(['候鸟 100% 守护'])
      expect(await find('%_')).toEqual([])
      expect(names(await listFundProjects(people.asEmployee, { limit: 20, field: 'environment' }))).toEqual(['候鸟 100% 守护'])
    }))

  it('refuses the wrong role at the desk', () =>
    inTest(async (ctx, { asEmployee }) => {
      await expect(listManagedFundProjects(asEmployee, { limit: 20 })).rejects.toMatchObject({ code: 'role-required' })
      await expect(listFundProjects({ ...ctx, actor: { kind: 'anonymous' } }, { limit: 20 })).rejects.toMatchObject({
        code: 'login-required',
      })
    }))
})

describe('a fund project', () => {
  it('keeps the account of its charity to operators and auditors', () =>
    inTest(async (_, people) => {
      const id = await listedFund(people)
      expect(await getFundProject(people.asEmployee, id)).toMatchObject({ charityCode: fundDraft.charityCode, backOffice: null })
      expect(await getFundProject(people.asAuditor, id)).toMatchObject({ backOffice: { charityAccount: fundDraft.charityAccount } })
    }))

  it('says what it received and reported, zeros before the first donation', () =>
    inTest(async (_, people) => {
      const id = await listedFund(people)
      expect((await getFundProject(people.asEmployee, id)).transparency).toMatchObject({
        receivedFen: 0,
        paidFen: 0,
        onItsWayFen: 0,
        leftFen: 0,
        spentFen: 0,
        givers: 0,
        reports: 0,
        lastReportOn: null,
      })
      await publishFundReport(people.asOne, id, report)
      expect((await getFundProject(people.asEmployee, id)).transparency).toMatchObject({ reports: 1, lastReportOn: '2026-11-20' })
    }))
})

describe('reports', () => {
  it('come newest first, with their pictures in order', () =>
    inTest(async (_, people) => {
      const id = await listedFund(people)
      const upload = async (seed: number) => (await storeImage(people.asOne, { purpose: 'report', bytes: await pictureOf(seed) })).id
      const imageIds = [await upload(1), await upload(2)]
      await publishFundReport(people.asOne, id, report)
      await publishFundReport(people.asOne, id, { ...report, title: '又一批', imageIds })
      const { items } = await listFundReports(people.asEmployee, id, { limit: 20 })
      expect(items.map(({ title, images }) => [title, images.map((image) => image.id)])).toEqual([
        ['又一批', imageIds],
        ['开餐了', []],
      ])
    }))

  it('refuse money that was not paid out, pictures of others and the wrong role', () =>
    inTest(async (_, people) => {
      const id = await listedFund(people)
      const { id: imageId } = await storeImage(people.asTwo, { purpose: 'report', bytes: await pictureOf(3) })
      const publish = (over: Partial<typeof report>, who = people.asOne) => publishFundReport(who, id, { ...report, ...over })
      await expect(publish({ spentFen: 1 })).rejects.toMatchObject({ code: 'spent-above-paid', data: { leftFen: 0 } })
      await expect(publish({ imageIds: [imageId] as never })).rejects.toMatchObject({ code: 'upload-unknown' })
      await expect(publish({ periodUntil: '2026-11-21' })).rejects.toMatchObject({ code: 'report-period' })
      await expect(publish({}, people.asEmployee)).rejects.toMatchObject({ code: 'role-required' })
    }))
})
