import type { RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeEmployees } from '../../../../test/support/people.ts'
import { as, openSessionOf, projectScene, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { type Ctx, connectionOf } from '../core/context.ts'
import { cancelSignup } from './cancel-sign-up.ts'
import { seatInvariants } from './invariants.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

/** Two places; of six people the first cancelled and the third came up from the queue. */
async function scene(ctx: Ctx) {
  const { project } = await projectScene(ctx, 'published')
  const session = await openSessionOf(ctx, project, { capacity: 2 })
  const people = await makeEmployees(ctx, 6)
  const ids: string[] = []
  for (const { id } of people) ids.push((await signUpOf(ctx, session, id)).id)
  await cancelSignup(as(ctx, people[0]!), ids[0]!)
  return { session, ids }
}

async function broken(ctx: Ctx): Promise<string[]> {
  const names: string[] = []
  for (const { name, sql } of seatInvariants) {
    const [[row]] = await connectionOf(ctx).query<RowDataPacket[]>(sql)
    if (Number(Object.values(row ?? {})[0]) > 0) names.push(name)
  }
  return names
}

const faults: Record<string, { by: string; breaks: string[] }> = {
  'a place counted that nobody has': {
    by: 'UPDATE seat SET capacity = 3, taken = 3 WHERE session_id = :session',
    breaks: ['seats-are-rows'],
  },
  'a waiting person forgotten': { by: 'UPDATE seat SET waiting = waiting - 1 WHERE session_id = :session', breaks: ['seats-are-rows'] },
  'a number given out twice soon': { by: 'UPDATE seat SET last_number = 5 WHERE session_id = :session', breaks: ['seats-are-rows'] },
  'a place added without moving the queue': { by: 'UPDATE seat SET capacity = 3 WHERE session_id = :session', breaks: ['no-idle-seat'] },
  'a person let in past the queue': {
    by: "UPDATE signup SET state = 'confirmed', promotion = 2, promoted_at = NOW(3) WHERE id = :fifth",
    breaks: ['seats-are-rows', 'nobody-overtaken'],
  },
  'a queue that moved backwards': {
    by: "UPDATE signup SET state = 'confirmed', promoted_at = NOW(3), promotion = CASE id WHEN :fourth THEN 3 ELSE 2 END WHERE id IN (:fourth, :fifth)",
    breaks: ['seats-are-rows', 'promoted-in-order'],
  },
}

describe('seatInvariants', () => {
  it('hold of a session that went its ordinary way', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      await scene(ctx)
      expect(await broken(ctx)).toEqual([])
    }))

  it.each(Object.entries(faults))('find %s', (_, { by, breaks }) =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { session, ids } = await scene(ctx)
      const values: Record<string, string> = { session: session.id, fourth: ids[3]!, fifth: ids[4]! }
      await connectionOf(ctx).query(by.replace(/:(\w+)/g, (__, name: string) => `'${values[name]}'`))
      expect(await broken(ctx)).toEqual(breaks)
    }),
  )
})
