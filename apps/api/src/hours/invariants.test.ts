import type { RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeScene } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf, damage, examplesOf } from '../../../../test/support/faults.ts'
import { asLead, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import type { App } from '../core/app.ts'
import { type Ctx, connectionOf } from '../core/context.ts'
import { hoursInvariants } from './invariants.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'hours', asOwner: true })
})
afterAll(closeApps)

/** One person with three hours, one corrected from three hours to ninety minutes, one corrected to nothing. */
async function scene(ctx: Ctx) {
  const made = await makeScene(ctx, { people: 3 })
  const [plain, less, nothing] = made.people
  const first = await issue(ctx, made, { who: plain! })
  const second = await issue(ctx, made, { who: less! })
  const third = await issue(ctx, made, { who: nothing! })
  for (const [{ attendanceId }, minutes] of [[second, 90] as const, [third, 0] as const]) {
    await lookAndCorrect(asLead(ctx, made), { attendanceId, minutes })
  }
  return {
    plain: first.attendanceId,
    less: second.attendanceId,
    nothing: third.attendanceId,
    person: plain!.id,
    other: (await makeScene(ctx)).session.id,
  }
}

const faults: Record<string, { by: string; breaks: string[] }> = {
  'minutes that differ from their journal': {
    by: 'UPDATE hours_record SET minutes = 181 WHERE attendance_id = :plain',
    breaks: ['hours-are-journals', 'hours-sum-to-balance'],
  },
  'a journal in force that no record knows': {
    by: 'UPDATE hours_record SET minutes = 0, journal_id = NULL WHERE attendance_id = :plain',
    breaks: ['hours-are-journals', 'hours-sum-to-balance'],
  },
  'a record that names the journal taken back': {
    by: `UPDATE hours_record SET minutes = 180, journal_id = (SELECT id FROM ledger_journal WHERE source_id = :nothing AND kind = 'hours-issued')
      WHERE attendance_id = :nothing`,
    breaks: ['hours-sum-to-balance', 'corrections-follow'],
  },
  'a balance that moved by itself': {
    by: "UPDATE ledger_balance SET balance = balance + 1 WHERE account_id = CONCAT(:person, '/hours')",
    breaks: ['hours-sum-to-balance'],
  },
  'a correction by the person who earned it': {
    by: `UPDATE hours_correction SET corrected_by = (SELECT employee_id FROM hours_record WHERE attendance_id = :less) WHERE attendance_id = :less`,
    breaks: ['hours-second-person'],
  },
  'hours moved to another session': {
    by: 'UPDATE hours_record SET session_id = :other WHERE attendance_id = :plain',
    breaks: ['hours-attended'],
  },
  'a correction that vanished': { by: 'DELETE FROM hours_correction WHERE attendance_id = :less', breaks: ['corrections-follow'] },
  'a correction counted twice': { by: 'UPDATE hours_record SET round = 3 WHERE attendance_id = :less', breaks: ['corrections-follow'] },
}

describe('hoursInvariants', () => {
  it('hold of hours issued, corrected and taken back', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      await scene(ctx)
      expect(await brokenOf(ctx, hoursInvariants)).toEqual([])
    }))

  it.each(Object.entries(faults))('find %s', (_, { by, breaks }) =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      await damage(ctx, by, await scene(ctx))
      expect(await brokenOf(ctx, hoursInvariants)).toEqual(breaks)
    }),
  )

  it('name the attendance whose minutes differ, its journal and the balance', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { plain, person } = await scene(ctx)
      await damage(ctx, 'UPDATE hours_record SET minutes = 181 WHERE attendance_id = :plain', { plain })
      const broken = await examplesOf(ctx, hoursInvariants)
      expect(broken.get('hours-are-journals')).toEqual([
        { id: plain, part: expect.stringMatching(/^jnl_/) as string, expected: '181', found: '180' },
      ])
      expect(broken.get('hours-sum-to-balance')).toEqual([{ id: `${person}/hours`, part: 'balance', expected: '181', found: '180' }])
    }))

  it('name the journal that no record knows', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { plain } = await scene(ctx)
      await damage(ctx, 'UPDATE hours_record SET minutes = 0, journal_id = NULL WHERE attendance_id = :plain', { plain })
      const [[journal]] = await connectionOf(ctx).query<RowDataPacket[]>('SELECT id FROM ledger_journal WHERE source_id = ?', [plain])
      expect((await examplesOf(ctx, hoursInvariants)).get('hours-are-journals')).toMatchObject([{ id: journal?.['id'], part: plain }])
    }))
})
