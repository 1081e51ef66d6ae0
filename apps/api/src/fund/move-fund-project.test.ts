import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { checkOf, fundDraft, fundPeople, listedFund } from '../../../../test/support/funds.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { changeFundProject } from './change-fund-project.ts'
import { getFundProject } from './get-fund-project.ts'
import { moveFundProject } from './move-fund-project.ts'
import { pauseOverdue } from './pause-overdue.ts'
import { publishFundReport } from './publish-fund-report.ts'
import { recommendFundProject } from './recommend-fund-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('fund-report.due', 'fund-report.published') })
})
afterAll(closeApps)

const check = checkOf(fundDraft)
const now = '2026-11-20T06:00:00.000Z'
type Test = (ctx: Ctx, people: Awaited<ReturnType<typeof fundPeople>>) => Promise<void>
const inTest = (test: Test, at = now) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(ctx, await fundPeople(ctx)), at)

describe('a fund project', () => {
  it('is brought in by one operator, checked and listed by another, and then expects a report', () =>
    inTest(async (ctx, people) => {
      const { id } = await recommendFundProject(people.asOne, fundDraft)
      await moveFundProject(people.asTwo, id, check)
      const listed = await moveFundProject(people.asTwo, id, { move: 'list' })
      expect(listed).toMatchObject({
        state: 'listed',
        reportDueOn: '2027-05-19',
        backOffice: { checkedBy: { id: people.two.id }, ownWork: false },
      })
      expect(await messagesOf(ctx, 'fund-report.due', id)).toEqual([{ fundProjectId: id, dueOn: '2027-05-19' }])
      expect((await tracesOf(ctx, id)).map(({ action }) => action)).toEqual([
        'fund-project.recommended',
        'fund-project.checked',
        'fund-project.listed',
      ])
    }))

  it('is not checked by who brought it in, nor by who wrote its charity since', () =>
    inTest(async (_, { asOne, asTwo }) => {
      const { id } = await recommendFundProject(asOne, { ...fundDraft, charityAccount: null })
      await expect(moveFundProject(asOne, id, check)).rejects.toMatchObject({ code: 'own-fund-project' })
      const asSeen = checkOf({ ...fundDraft, charityAccount: null })
      await expect(moveFundProject(asTwo, id, asSeen)).rejects.toMatchObject({ code: 'charity-incomplete' })
      await changeFundProject(asTwo, id, fundDraft)
      await expect(moveFundProject(asTwo, id, check)).rejects.toMatchObject({ code: 'own-fund-project' })
    }))

  it('keeps its charity as it was checked; returned, it may change again', () =>
    inTest(async (ctx, { asOne, asTwo }) => {
      const { id } = await recommendFundProject(asOne, fundDraft)
      await moveFundProject(asTwo, id, check)
      const elsewhere = { ...fundDraft, charityAccount: '建设银行 0001 0002' }
      await expect(changeFundProject(asTwo, id, elsewhere)).rejects.toMatchObject({ code: 'charity-checked' })
      await changeFundProject(asTwo, id, { ...fundDraft, summary: '一顿热饭' })
      await moveFundProject(asTwo, id, { move: 'return', reason: '账户有误' })
      expect(await changeFundProject(asOne, id, elsewhere)).toMatchObject({ state: 'recommended', stateReason: '账户有误' })
      expect((await tracesOf(ctx, id)).at(-1)).toMatchObject({
        action: 'fund-project.changed',
        detail: { before: { charityAccount: fundDraft.charityAccount } },
      })
    }))

  it('is not checked upon a charity that was changed since it was looked at', () =>
    inTest(async (ctx, { asOne, asTwo }) => {
      const { id } = await recommendFundProject(asOne, fundDraft)
      await changeFundProject(asOne, id, { ...fundDraft, charityAccount: '建设银行 0001 0002' })
      await expect(moveFundProject(asTwo, id, check)).rejects.toMatchObject({
        code: 'charity-changed',
        data: { changed: ['charityAccount'] },
      })
      expect((await tracesOf(ctx, id)).at(-1)).toMatchObject({ action: 'fund-project.changed' })
    }))

  it('refuses a code that fails its check character', () =>
    inTest(async (_, { asOne }) => {
      const wrong = { ...fundDraft, charityCode: '53520000MJR1234561' }
      await expect(recommendFundProject(asOne, wrong)).rejects.toMatchObject({ code: 'charity-code-invalid' })
    }))

  it('refuses the wrong role: only operators bring in, change, move and report', () =>
    inTest(async (_, people) => {
      const id = await listedFund(people)
      for (const who of [people.asEmployee, people.asAuditor]) {
        await expect(recommendFundProject(who, fundDraft)).rejects.toMatchObject({ code: 'role-required' })
        await expect(changeFundProject(who, id, fundDraft)).rejects.toMatchObject({ code: 'role-required' })
        await expect(moveFundProject(who, id, { move: 'pause', reason: '暂停' })).rejects.toMatchObject({ code: 'role-required' })
        await expect(pauseOverdue(who, { fundProjectId: id, dueOn: '2027-05-19' })).rejects.toMatchObject({ code: 'role-required' })
      }
    }))
})

describe('a report that does not come', () => {
  const due = { dueOn: '2027-05-19' }
  const later = (ctx: Ctx, day: string) => ({ ...ctx, now: new Date(`${day}T00:00:00.000Z`) })

  it('pauses the listing the day after it was due, with a trace', () =>
    inTest(async (ctx, people) => {
      const fundProjectId = await listedFund(people)
      await pauseOverdue(later(ctx, '2027-05-19'), { fundProjectId, ...due })
      expect(await getFundProject(people.asEmployee, fundProjectId)).toMatchObject({ state: 'listed' })
      await pauseOverdue(later(ctx, '2027-05-20'), { fundProjectId, ...due })
      expect(await getFundProject(people.asEmployee, fundProjectId)).toMatchObject({
        state: 'paused',
        stateReason: null,
        reportDueOn: '2027-05-19',
      })
      expect((await tracesOf(ctx, fundProjectId)).at(-1)).toEqual({
        action: 'fund-project.paused',
        actorId: null,
        detail: { reason: 'report-overdue', ...due },
      })
      const resume = moveFundProject({ ...people.asOne, now: later(ctx, '2027-05-20').now }, fundProjectId, { move: 'resume' })
      await expect(resume).rejects.toMatchObject({ code: 'report-overdue' })
    }))

  it('pauses nothing once a report moved the day on, nor what is paused already', () =>
    inTest(async (ctx, people) => {
      const fundProjectId = await listedFund(people)
      const report = {
        title: '开餐了',
        text: '三所学校开餐。',
        periodFrom: '2026-11-01',
        periodUntil: '2026-12-01',
        spentFen: 0,
        imageIds: [],
      }
      await publishFundReport({ ...people.asOne, now: later(ctx, '2026-12-01').now }, fundProjectId, report)
      await pauseOverdue(later(ctx, '2027-05-20'), { fundProjectId, ...due })
      expect(await getFundProject(people.asEmployee, fundProjectId)).toMatchObject({ state: 'listed', reportDueOn: '2027-05-30' })
    }))
})
