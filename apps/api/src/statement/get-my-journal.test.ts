import { journalStory } from '@yijian/shared/statement/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { actingAs, makeScene, minute } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asLead, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import { actorOf } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { tellers } from '../tellers.ts'
import { getMyJournal } from './get-my-journal.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

type Asked = Parameters<typeof getMyJournal>[1]
const open = (ctx: Ctx, asked: Asked) => getMyJournal(ctx, asked, tellers)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('getMyJournal', () => {
  it('opens a number into session, scans, policy versions and entries', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { journalId } = await issue(ctx, scene, { who, minutes: 150 })
      const story = await open(actingAs(ctx, actorOf(who)), { journalId: journalId!, account: 'credit' })
      expect(z.parse(journalStory, story)).toEqual(story)
      expect(story).toMatchObject({
        line: { journalId, account: 'credit', amount: 20_000, reversal: false },
        actor: { id: scene.host.id, name: '周同学' },
        source: {
          kind: 'attendance',
          session: { id: scene.session.id, startsAt: minute(scene, 0).toISOString() },
          attendance: { grade: 'A', minutes: 150, reason: '核对后确认' },
          scans: [
            { kind: 'in', means: 'code', accepted: true },
            { kind: 'out', means: 'code', accepted: true },
          ],
        },
        servedOn: '2026-11-20',
        reverses: null,
        reversedBy: null,
      })
      expect(story.policies.map(({ kind }) => kind).sort()).toEqual(['matching', 'points'])
      expect(story.entries).toContainEqual({ account: `${who.id}/credit`, unit: 'fen', amount: 20_000 })
    }))

  it('tells a correction by both its journals, each with the minutes it moved and the reason', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId, journalId } = await issue(ctx, scene, { who })
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 90, reason: '中途离开' })
      const me = actingAs(ctx, actorOf(who))
      const first = await open(me, { journalId: journalId!, account: 'hours' })
      expect(first.source).toMatchObject({ attendance: { minutes: 180, reason: '核对后确认' } })
      const back = await open(me, { journalId: first.reversedBy!, account: 'hours' })
      expect(back).toMatchObject({
        line: { amount: -180, reversal: true },
        source: { attendance: { minutes: 180, reason: '中途离开' } },
        reverses: journalId,
        actor: { id: scene.lead.id },
      })
    }))

  it('tells a journal plainly whose source nobody tells of', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { journalId } = await issue(ctx, scene, { who })
      const story = await getMyJournal(actingAs(ctx, actorOf(who)), { journalId: journalId!, account: 'points' }, [])
      expect(z.parse(journalStory, story)).toMatchObject({ source: { kind: 'plain' }, line: { title: null, amount: 60 } })
    }))

  it('finds nobody else’s journals, not even for the host who issued them', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const { journalId } = await issue(ctx, scene, { who: scene.people[0]! })
      for (const other of [scene.people[1]!, scene.host]) {
        const asked = open(actingAs(ctx, actorOf(other)), { journalId: journalId!, account: 'credit' })
        await expect(asked).rejects.toMatchObject({ code: 'not-found' })
      }
      const unknown = open(actingAs(ctx, actorOf(scene.people[0]!)), { journalId: 'jnl_0000000000000', account: 'credit' })
      await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('refuses the wrong role: nobody without a login has a journal', () =>
    inTest((ctx) =>
      expect(open(actingAs(ctx, { kind: 'anonymous' }), { journalId: 'jnl_0000000000000', account: 'credit' })).rejects.toMatchObject({
        code: 'login-required',
      }),
    ))
})
