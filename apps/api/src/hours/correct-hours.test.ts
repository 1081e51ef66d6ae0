import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, attend, makeScene, minute } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asHost, asLead, complete, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf, makeBranch } from '../../../../test/support/people.ts'
import { openSessionOf, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances, readJournal } from '../ledger/index.ts'
import { completeHours } from './complete-hours.ts'
import { correctHours } from './correct-hours.ts'
import { issueHours } from './issue-hours.ts'
import { previewCorrection } from './preview-correction.ts'
import { hoursCorrection } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('hours.corrected') })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('correctHours', () => {
  it('takes the journal back and posts a new one, and everything follows', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId, journalId } = await issue(ctx, scene, { who })
      const { effect, line } = await correctHours(asLead(ctx, scene), {
        attendanceId,
        minutes: 90,
        minutesBefore: 180,
        reason: '中途离开一半',
      })
      expect(effect).toMatchObject({
        minutesBefore: 180,
        minutesAfter: 90,
        creditChangeFen: -20_000,
        owedChangeFen: 0,
        pointsChange: -40,
        carriedMinutesAfter: 30,
      })
      expect(line).toMatchObject({ attendanceId, minutes: 90, state: 'issued', issuedBy: { id: scene.host.id } })
      expect(await readBalances(ctx, who.id)).toMatchObject({ minutes: 90, creditFen: 10_000, carriedMinutes: 30, points: 20 })
      const [told] = await messagesOf(ctx, 'hours.corrected', attendanceId)
      const reversed = await readJournal(ctx, journalId!)
      expect(reversed?.reversedBy).not.toBeNull()
      expect(await readJournal(ctx, String(told!['journalId']))).toMatchObject({
        kind: 'hours-corrected',
        reverses: null,
        sourceId: attendanceId,
      })
    }))

  it('keeps who corrected what and why', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const { attendanceId } = await issue(ctx, scene, { who: scene.people[0]! })
      await correctHours(asLead(ctx, scene), { attendanceId, minutes: 90, minutesBefore: 180, reason: '中途离开一半' })
      const kept = await ctx.db.select().from(hoursCorrection).where(eq(hoursCorrection.attendanceId, attendanceId))
      expect(kept).toMatchObject([{ round: 2, minutesBefore: 180, minutesAfter: 90, reason: '中途离开一半', correctedBy: scene.lead.id }])
      expect(await tracesOf(ctx, attendanceId)).toMatchObject([
        { action: 'hours.corrected', actorId: scene.lead.id, detail: { minutesAfter: 90 } },
      ])
    }))

  it('corrects again and again, down to nothing and up from it', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId } = await issue(ctx, scene, { who })
      for (const minutes of [59, 0, 61, 180, 0]) {
        await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes })
        const creditFen = Math.floor(minutes / 60) * 10_000
        expect(await readBalances(ctx, who.id)).toMatchObject({ minutes, creditFen, carriedMinutes: minutes % 60, creditOwedFen: 0 })
      }
      expect(await messagesOf(ctx, 'hours.corrected', attendanceId)).toHaveLength(5)
    }))

  it('does exactly what the preview showed, also when minutes carried elsewhere have moved on', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId } = await issue(ctx, scene, { who, minutes: 90 })
      const next = { ...scene, session: await openSessionOf(ctx, scene.project, { startsAt: minute(scene, 1440), capacity: null }) }
      await signUpOf(ctx, next.session, who.id)
      await issue(ctx, next, { who, minutes: 100 })
      const asked = { attendanceId, minutes: 20 }
      const shown = await previewCorrection(asLead(ctx, scene), asked)
      expect(shown).toMatchObject({ creditChangeFen: -10_000, carriedMinutesAfter: 0 })
      const { effect } = await correctHours(asLead(ctx, scene), { ...asked, minutesBefore: shown.minutesBefore, reason: '核对' })
      expect(effect).toEqual(shown)
      expect(await readBalances(ctx, who.id)).toMatchObject({ minutes: 120, creditFen: 20_000, carriedMinutes: 0 })
    }))

  it('names the badges that fall and rise with the minutes', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { minutes: 600 })
      const attendanceId = await attend(ctx, scene, { who: scene.people[0]!, from: 0, to: 600 })
      await completeHours(asHost(ctx, scene, 601), scene.session.id, [{ attendanceId, minutes: 600 }])
      await issueHours(asHost(ctx, scene, 601), scene.session.id)
      const preview = (minutes: number) => previewCorrection(asLead(ctx, scene, 602), { attendanceId, minutes })
      expect(await preview(599)).toMatchObject({ badgesSuspended: ['minutes-600'], badgesUnlocked: [] })
      expect(await preview(0)).toMatchObject({ badgesSuspended: ['first-activity', 'minutes-600'] })
      await lookAndCorrect(asLead(ctx, scene, 602), { attendanceId, minutes: 0, reason: '未到场' })
      expect(await preview(600)).toMatchObject({ badgesSuspended: [], badgesUnlocked: ['first-activity', 'minutes-600'] })
    }))

  it('refuses what changes nothing, more than the session, and what is not issued', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const { attendanceId } = await issue(ctx, scene, { who: scene.people[0]! })
      const waiting = await complete(ctx, scene, { who: scene.people[1]! })
      const correct = (id: string, minutes: number) =>
        correctHours(asLead(ctx, scene), { attendanceId: id, minutes, minutesBefore: 180, reason: '核对' })
      await expect(correct(attendanceId, 180)).rejects.toMatchObject({ code: 'minutes-unchanged' })
      await expect(correct(attendanceId, 181)).rejects.toMatchObject({ code: 'minutes-above-session' })
      await expect(correct(waiting, 90)).rejects.toMatchObject({ code: 'hours-state', data: { state: 'completed', needed: 'issued' } })
      await expect(correct('att_0000000000000', 90)).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('refuses what starts from a figure that is no longer in force, and names the one that is', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId } = await issue(ctx, scene, { who })
      const seen = { attendanceId, minutesBefore: 180, reason: '核对' }
      await correctHours(asLead(ctx, scene), { ...seen, minutes: 90 })
      for (const minutes of [120, 90, 180]) {
        await expect(correctHours(asLead(ctx, scene), { ...seen, minutes })).rejects.toMatchObject({
          code: 'minutes-moved',
          data: { name: who.name, minutesShown: 180, minutes: 90 },
        })
      }
      expect(await messagesOf(ctx, 'hours.corrected', attendanceId)).toHaveLength(1)
      expect(await readBalances(ctx, who.id)).toMatchObject({ minutes: 90, creditFen: 10_000 })
    }))

  it('lets no lead correct their own hours', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await signUpOf(ctx, scene.session, scene.lead.id)
      const { attendanceId } = await issue(ctx, scene, { who: scene.lead })
      const asked = { attendanceId, minutes: 90, minutesBefore: 180, reason: '核对' }
      await expect(correctHours(asLead(ctx, scene), asked)).rejects.toMatchObject({ code: 'own-hours' })
    }))

  it('refuses the wrong role: hosts cannot, nor leads of other branches, not even a preview', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const { attendanceId } = await issue(ctx, scene, { who: scene.people[0]! })
      const asked = { attendanceId, minutes: 90, minutesBefore: 180, reason: '核对' }
      const host = actingAs(ctx, actorOf(scene.host), minute(scene, 200))
      const otherLead = actingAs(ctx, actorOf(scene.lead, { leads: await makeBranch(ctx) }), minute(scene, 200))
      await expect(correctHours(host, asked)).rejects.toMatchObject({ code: 'role-required' })
      await expect(previewCorrection(host, asked)).rejects.toMatchObject({ code: 'role-required' })
      await expect(correctHours(otherLead, asked)).rejects.toMatchObject({ code: 'other-branch', data: { branch: scene.branch.name } })
      await expect(previewCorrection(otherLead, asked)).rejects.toMatchObject({ code: 'other-branch' })
    }))
})
