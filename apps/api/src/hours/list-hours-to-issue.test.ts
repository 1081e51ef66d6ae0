import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeScene } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asHost, asLead, complete } from '../../../../test/support/hours.ts'
import { actorOf, makeBranch } from '../../../../test/support/people.ts'
import { signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { addHost } from '../project/add-host.ts'
import { issueHours } from './issue-hours.ts'
import { listHoursToIssue } from './list-hours-to-issue.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('listHoursToIssue', () => {
  it('shows the confirmed hours of hosts in the branches I lead, until I have issued them', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await signUpOf(ctx, scene.session, scene.host.id)
      await complete(ctx, scene, { who: scene.people[0]! })
      const own = await complete(ctx, scene, { who: scene.host })
      expect(await listHoursToIssue(asLead(ctx, scene), { limit: 20 })).toMatchObject({
        items: [
          {
            line: { attendanceId: own, ownHours: true, state: 'completed' },
            sessionId: scene.session.id,
            projectTitle: '深圳湾红树林净滩',
          },
        ],
        nextCursor: null,
      })
      await issueHours(asLead(ctx, scene), scene.session.id, [{ attendanceId: own, minutes: 180 }])
      expect((await listHoursToIssue(asLead(ctx, scene), { limit: 20 })).items).toEqual([])
    }))

  it('leaves out my own hours and other branches', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await addHost(asHost(ctx, scene, -60), scene.project.id, { employeeId: scene.lead.id, part: 'co-host' })
      for (const { id } of [scene.host, scene.lead]) await signUpOf(ctx, scene.session, id)
      const [hosts, mine] = [await complete(ctx, scene, { who: scene.host }), await complete(ctx, scene, { who: scene.lead })]
      const seen = (await listHoursToIssue(asLead(ctx, scene), { limit: 20 })).items.map(({ line }) => line.attendanceId)
      expect(seen).toEqual([hosts])
      expect(seen).not.toContain(mine)
      const elsewhere = { ...asLead(ctx, scene), actor: actorOf(scene.lead, { leads: await makeBranch(ctx) }) }
      expect((await listHoursToIssue(elsewhere, { limit: 20 })).items).toEqual([])
    }))

  it('comes in pages, the oldest first', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const more = await makeScene(ctx, { startsAt: new Date('2026-11-21T06:00:00.000Z') })
      const together = { ...more, branch: scene.branch, lead: scene.lead }
      for (const { session, host } of [scene, more]) await signUpOf(ctx, session, host.id)
      const ids = [await complete(ctx, scene, { who: scene.host }), await complete(ctx, together, { who: more.host })]
      const lead = { ...asLead(ctx, scene), actor: actorOf(scene.lead, { leads: scene.branch }, { leads: more.branch }) }
      const first = await listHoursToIssue(lead, { limit: 1 })
      const second = await listHoursToIssue(lead, { limit: 1, cursor: first.nextCursor! })
      expect([...first.items, ...second.items].map(({ line }) => line.attendanceId)).toEqual(ids)
    }))

  it('refuses the wrong role: hosts have no such list', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await expect(listHoursToIssue(asHost(ctx, scene), { limit: 20 })).rejects.toMatchObject({ code: 'role-required' })
    }))
})
