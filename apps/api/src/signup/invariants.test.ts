import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf, damage, examplesOf } from '../../../../test/support/faults.ts'
import { makeEmployees } from '../../../../test/support/people.ts'
import { as, openSessionOf, projectScene, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
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
      expect(await brokenOf(ctx, seatInvariants)).toEqual([])
    }))

  it.each(Object.entries(faults))('find %s', (_, { by, breaks }) =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { session, ids } = await scene(ctx)
      await damage(ctx, by, { session: session.id, fourth: ids[3]!, fifth: ids[4]! })
      expect(await brokenOf(ctx, seatInvariants)).toEqual(breaks)
    }),
  )

  it('name the session whose figures are off, and who was overtaken', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { session, ids } = await scene(ctx)
      await damage(ctx, "UPDATE signup SET state = 'confirmed', promotion = 2, promoted_at = NOW(3) WHERE id = :fifth", { fifth: ids[4]! })
      const broken = await examplesOf(ctx, seatInvariants)
      expect(broken.get('seats-are-rows')).toEqual([{ id: session.id, part: 'taken', expected: '3', found: '2' }])
      expect(broken.get('nobody-overtaken')).toEqual([{ id: ids[3], part: session.id, expected: '> 5', found: '4' }])
    }))
})
