import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, attend, makeScene, minute } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asHost, asLead, complete, issue } from '../../../../test/support/hours.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf, makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import { openSessionOf, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances } from '../ledger/index.ts'
import { publishPolicy } from '../policy/publish-policy.ts'
import { newestPolicy } from '../policy/repo.ts'
import { completeHours } from './complete-hours.ts'
import { issueHours } from './issue-hours.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('hours.issued') })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('issueHours', () => {
  it('turns confirmed minutes into hours, credit, carried minutes and points', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const attendanceId = await complete(ctx, scene, { who, minutes: 150 })
      const { items, remaining } = await issueHours(asHost(ctx, scene), scene.session.id)
      expect(items).toMatchObject([{ attendanceId, minutes: 150, creditFen: 20_000, carriedMinutes: 30, points: 40 }])
      expect(remaining).toBe(0)
      expect(await readBalances(ctx, who.id)).toMatchObject({ minutes: 150, creditFen: 20_000, carriedMinutes: 30, points: 40 })
    }))

  it('tells each person’s issue to who listens, and leaves one trace', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const ids = [await complete(ctx, scene, { who: scene.people[0]! }), await complete(ctx, scene, { who: scene.people[1]! })]
      const { items } = await issueHours(asHost(ctx, scene), scene.session.id)
      expect(items.map((item) => item.attendanceId)).toEqual(ids)
      expect(await messagesOf(ctx, 'hours.issued', ids[0]!)).toEqual([
        { attendanceId: ids[0], employeeId: scene.people[0]!.id, journalId: items[0]!.journalId },
      ])
      const traces = await tracesOf(ctx, scene.session.id)
      expect(traces.filter(({ action }) => action === 'hours.issued')).toMatchObject([
        { actorId: scene.host.id, detail: { attendanceIds: ids } },
      ])
    }))

  it('issues once: a second time nothing waits, and by name the state says so', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const attendanceId = await complete(ctx, scene, { who: scene.people[0]! })
      await issueHours(asHost(ctx, scene), scene.session.id)
      await expect(issueHours(asHost(ctx, scene), scene.session.id)).rejects.toMatchObject({
        code: 'nothing-to-issue',
        data: { completed: 0 },
      })
      await expect(issueHours(asHost(ctx, scene), scene.session.id, [{ attendanceId, minutes: 180 }])).rejects.toMatchObject({
        code: 'hours-state',
        data: { state: 'issued', needed: 'completed' },
      })
      expect(await readBalances(ctx, scene.people[0]!.id)).toMatchObject({ minutes: 180 })
    }))

  it('issues what was shown: minutes confirmed anew since are looked at again', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await signUpOf(ctx, scene.session, scene.host.id)
      const attendanceId = await complete(ctx, scene, { who: scene.host, minutes: 120 })
      const shown = [{ attendanceId, minutes: 120 }]
      await completeHours(asHost(ctx, scene), scene.session.id, [{ attendanceId, minutes: 180 }])
      await expect(issueHours(asLead(ctx, scene), scene.session.id, shown)).rejects.toMatchObject({
        code: 'minutes-moved',
        data: { name: '周同学', minutesShown: 120, minutes: 180 },
      })
      expect(await readBalances(ctx, scene.host.id)).toMatchObject({ minutes: 0 })
    }))

  it('refuses minutes nobody has confirmed', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const attendanceId = await attend(ctx, scene, { who: scene.people[0]!, to: 180 })
      await expect(issueHours(asHost(ctx, scene), scene.session.id, [{ attendanceId, minutes: 180 }])).rejects.toMatchObject({
        code: 'hours-state',
        data: { state: 'attended' },
      })
    }))

  it('issues what was confirmed as nothing without a journal', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const attendanceId = await complete(ctx, scene, { who: scene.people[0]!, minutes: 0 })
      const { items } = await issueHours(asHost(ctx, scene), scene.session.id)
      expect(items).toEqual([{ attendanceId, journalId: null, minutes: 0, creditFen: 0, carriedMinutes: 0, points: 0 }])
      expect(await messagesOf(ctx, 'hours.issued', attendanceId)).toEqual([])
    }))

  it('leaves the host’s own hours to the lead of the branch', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await signUpOf(ctx, scene.session, scene.host.id)
      const [theirs, own] = [await complete(ctx, scene, { who: scene.people[0]! }), await complete(ctx, scene, { who: scene.host })]
      await expect(issueHours(asHost(ctx, scene), scene.session.id, [{ attendanceId: own, minutes: 180 }])).rejects.toMatchObject({
        code: 'own-hours',
        data: { name: '周同学' },
      })
      expect(await issueHours(asHost(ctx, scene), scene.session.id)).toMatchObject({ items: [{ attendanceId: theirs }], remaining: 1 })
      await expect(issueHours(asHost(ctx, scene), scene.session.id)).rejects.toMatchObject({
        code: 'nothing-to-issue',
        data: { completed: 1 },
      })
      expect(await issueHours(asLead(ctx, scene), scene.session.id)).toMatchObject({
        items: [{ attendanceId: own, minutes: 180 }],
        remaining: 0,
      })
    }))

  it('lets a host who leads the branch issue everybody’s hours but their own', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await signUpOf(ctx, scene.session, scene.host.id)
      await complete(ctx, scene, { who: scene.people[0]! })
      const own = await complete(ctx, scene, { who: scene.host })
      const both = actingAs(ctx, actorOf(scene.host, { leads: scene.branch }), minute(scene, 181))
      expect(await issueHours(both, scene.session.id)).toMatchObject({ items: [{}], remaining: 1 })
      await expect(issueHours(both, scene.session.id, [{ attendanceId: own, minutes: 180 }])).rejects.toMatchObject({ code: 'own-hours' })
    }))

  it('carries what is short of a unit to the next session', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const next = { ...scene, session: await openSessionOf(ctx, scene.project, { startsAt: minute(scene, 1440), capacity: null }) }
      await signUpOf(ctx, next.session, who.id)
      expect(await issue(ctx, scene, { who, minutes: 59 })).toMatchObject({ creditFen: 0, carriedMinutes: 59, points: 0 })
      expect(await issue(ctx, next, { who, minutes: 1 })).toMatchObject({ creditFen: 10_000, carriedMinutes: 0, points: 0 })
    }))

  it('values minutes by the policy of the service day, whatever is in force since', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const operator = actingAs(ctx, actorOf(scene.lead, 'operator'), minute(scene, 0))
      const settings = { ...defaultPolicies.points, unitPoints: 500 }
      const { id: follows } = await newestPolicy(ctx, 'points')
      await publishPolicy(operator, { kind: 'points', label: `test ${scene.branch.id}`, inForceFrom: '2026-11-21', follows, settings })
      const attendanceId = await complete(ctx, scene, { who: scene.people[0]! })
      const { items } = await issueHours(asHost(ctx, scene, 3000), scene.session.id, [{ attendanceId, minutes: 180 }])
      expect(items).toMatchObject([{ points: 60 }])
    }))

  it('knows only attendances of this session', () =>
    inTest(async (ctx) => {
      const [scene, other] = [await makeScene(ctx), await makeScene(ctx)]
      const attendanceId = await complete(ctx, other, { who: other.people[0]! })
      await expect(issueHours(asHost(ctx, scene), scene.session.id, [{ attendanceId, minutes: 180 }])).rejects.toMatchObject({
        code: 'not-found',
      })
    }))

  it('refuses the wrong role: neither participants nor leads of other branches, and leads only hosts’ hours', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const attendanceId = await complete(ctx, scene, { who: scene.people[0]! })
      const [elsewhere, stranger] = [await makeBranch(ctx), await makeEmployee(ctx)]
      const by = (...roles: Parameters<typeof actorOf>[1][]) => actingAs(ctx, actorOf(stranger, ...roles), minute(scene, 181))
      await expect(issueHours(by(), scene.session.id)).rejects.toMatchObject({ code: 'host-required' })
      await expect(issueHours(by('operator'), scene.session.id)).rejects.toMatchObject({ code: 'host-required' })
      await expect(issueHours(by({ leads: elsewhere }), scene.session.id)).rejects.toMatchObject({
        code: 'other-branch',
        data: { branch: scene.branch.name },
      })
      await expect(issueHours(asLead(ctx, scene), scene.session.id, [{ attendanceId, minutes: 180 }])).rejects.toMatchObject({
        code: 'host-required',
      })
    }))
})
