import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, makeScene } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asHost, asLead, complete, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import { actorOf, makeBranch } from '../../../../test/support/people.ts'
import { signUpOf } from '../../../../test/support/projects.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { listIssuedHours } from './list-issued-hours.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const idsOf = ({ items }: Awaited<ReturnType<typeof listIssuedHours>>) => items.map(({ attendanceId }) => attendanceId)

/** Two sessions of one branch, a day apart, with so many people each whose hours are issued; the newest day first. */
async function twoDays(ctx: Ctx, people: number) {
  const scene = await makeScene(ctx, { people })
  const later = await makeScene(ctx, { people, startsAt: new Date('2026-11-21T06:00:00.000Z') })
  const days: string[][] = []
  for (const day of [later, scene]) {
    const ids: string[] = []
    for (const who of day.people) ids.unshift((await issue(ctx, day, { who })).attendanceId)
    days.push(ids)
  }
  const lead = { ...asLead(ctx, later), actor: actorOf(scene.lead, { leads: scene.branch }, { leads: later.branch }) }
  return { scene, later, lead, days, ids: days.flat() }
}

describe('listIssuedHours', () => {
  it('shows what is in force, what it was for, and that it was corrected', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const [who, other] = scene.people
      const { attendanceId } = await issue(ctx, scene, { who: who! })
      await complete(ctx, scene, { who: other! })
      const { id, name, department } = who!
      const line = {
        attendanceId,
        person: { id, name, department },
        sessionTitle: '深圳湾红树林净滩 · 第 12 场',
        projectTitle: '深圳湾红树林净滩',
        servedOn: '2026-11-20',
        sessionMinutes: 180,
        minutes: 180,
        grade: 'A',
        corrections: 0,
      }
      expect(await listIssuedHours(asLead(ctx, scene), { limit: 20 })).toEqual({ items: [line], nextCursor: null })
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 0, reason: '并未到场' })
      expect((await listIssuedHours(asLead(ctx, scene), { limit: 20 })).items).toEqual([{ ...line, minutes: 0, corrections: 1 }])
    }))

  it('leaves out my own hours and other branches', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await signUpOf(ctx, scene.session, scene.lead.id)
      await issue(ctx, scene, { who: scene.lead })
      const lead = asLead(ctx, scene)
      const mine = { search: scene.lead.employeeNo, limit: 20 }
      for (const query of [{ limit: 20 }, mine]) expect(idsOf(await listIssuedHours(lead, query))).toEqual([])
      const { attendanceId } = await issue(ctx, scene, { who: scene.people[0]! })
      const theirs = { search: scene.people[0]!.employeeNo, limit: 20 }
      const elsewhere = actingAs(lead, actorOf(scene.lead, { leads: await makeBranch(ctx) }))
      for (const query of [{ limit: 20 }, theirs]) {
        expect(idsOf(await listIssuedHours(lead, query))).toEqual([attendanceId])
        expect(idsOf(await listIssuedHours(elsewhere, query))).toEqual([])
      }
    }))

  it('finds by a part of the name and by the beginning of the staff number', () =>
    inTest(async (ctx) => {
      const { lead, scene, days } = await twoDays(ctx, 1)
      const { name, employeeNo } = scene.people[0]!
      for (const search of [employeeNo.toLowerCase(), employeeNo]) {
        expect(idsOf(await listIssuedHours(lead, { limit: 20, search }))).toEqual(days[1])
      }
      expect(idsOf(await listIssuedHours(lead, { limit: 20, search: name.slice(1) }))).toContain(days[1]![0])
      expect(idsOf(await listIssuedHours(lead, { limit: 20, search: '%' }))).toEqual([])
    }))

  it('comes in pages, the newest service day first, at the same cost whatever their number', () =>
    inTest(async (ctx) => {
      const { lead, scene, ids } = await twoDays(ctx, 3)
      for (const search of [undefined, scene.people[0]!.name.slice(0, 1)]) {
        const whole = idsOf(await listIssuedHours(lead, { limit: 20, search }))
        if (search === undefined) expect(whole).toEqual(ids)
        for (const limit of [1, 2, 4]) {
          const seen: string[] = []
          let cursor: string | undefined
          do {
            const page = await listIssuedHours(lead, { limit, search, cursor })
            seen.push(...idsOf(page))
            cursor = page.nextCursor ?? undefined
          } while (cursor !== undefined)
          expect(seen).toEqual(whole)
        }
      }
      const cost = (limit: number) => effortOf(ctx, () => listIssuedHours(lead, { limit }))
      expect((await cost(1)).statements).toBe(3)
      expect((await cost(20)).statements).toBe(3)
    }))

  it('records each look by the people who were shown, without what was typed', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const { id, name } = scene.people[0]!
      await issue(ctx, scene, { who: { id } })
      await listIssuedHours(asLead(ctx, scene), { limit: 20, search: name })
      const trace = (await tracesOf(ctx, 'issued-hours')).at(-1)
      expect(trace).toEqual({ action: 'hours.listed', actorId: scene.lead.id, detail: { shown: [id] } })
    }))

  it('refuses the wrong role: hosts correct nothing', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await expect(listIssuedHours(asHost(ctx, scene), { limit: 20 })).rejects.toMatchObject({ code: 'role-required' })
    }))
})
