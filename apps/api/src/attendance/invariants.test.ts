import type { RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attend, makeScene } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf, damage, examplesOf } from '../../../../test/support/faults.ts'
import type { App } from '../core/app.ts'
import { type Ctx, connectionOf } from '../core/context.ts'
import { attendanceInvariants } from './invariants.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'hours', asOwner: true })
})
afterAll(closeApps)

async function scene(ctx: Ctx) {
  const made = await makeScene(ctx, { people: 2 })
  await attend(ctx, made, { who: made.people[0]!, to: 180 })
  await attend(ctx, made, { who: made.people[1]! })
  return { session: made.session.id, person: made.people[0]!.id }
}

const faults: Record<string, { by: string; breaks: string[] }> = {
  'a place taken from somebody who is checked in': {
    by: "UPDATE signup SET state = 'cancelled', active = NULL, cancelled_at = NOW(3) WHERE session_id = :session AND employee_id = :person",
    breaks: ['attendance-confirmed'],
  },
  'somebody checked in who only waits': {
    by: "UPDATE signup SET state = 'waitlisted' WHERE session_id = :session AND employee_id = :person",
    breaks: ['attendance-confirmed'],
  },
  'an attendance without its scan': { by: "DELETE FROM scan WHERE employee_id = :person AND kind = 'in'", breaks: ['attendance-scanned'] },
  'a check-out nobody scanned': {
    by: 'UPDATE attendance SET present = NULL, out_at = NOW(3) WHERE session_id = :session AND employee_id <> :person',
    breaks: ['attendance-scanned'],
  },
}

describe('attendanceInvariants', () => {
  it('hold of a session that went its ordinary way', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      await scene(ctx)
      expect(await brokenOf(ctx, attendanceInvariants)).toEqual([])
    }))

  it.each(Object.entries(faults))('find %s', (_, { by, breaks }) =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      await damage(ctx, by, await scene(ctx))
      expect(await brokenOf(ctx, attendanceInvariants)).toEqual(breaks)
    }),
  )

  it('name the attendance that is broken, with its session and person', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { session, person } = await scene(ctx)
      await damage(ctx, "DELETE FROM scan WHERE employee_id = :person AND kind = 'in'", { session, person })
      const [[attendance]] = await connectionOf(ctx).query<RowDataPacket[]>('SELECT id FROM attendance WHERE employee_id = ?', [person])
      const example = { id: attendance?.['id'], part: `${session} ${person}`, expected: null, found: null }
      expect(await examplesOf(ctx, attendanceInvariants)).toEqual(new Map([['attendance-scanned', [example]]]))
    }))
})
