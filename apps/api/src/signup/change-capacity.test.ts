import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { makeEmployees } from '../../../../test/support/people.ts'
import { openSessionOf, projectScene, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelSession } from '../project/cancel-session.ts'
import { changeCapacity } from './change-capacity.ts'
import { signupOf } from './read.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('signup.promoted') })
})
afterAll(closeApps)

/** A session with two places and seven people. */
async function scene(ctx: Ctx) {
  const made = await projectScene(ctx, 'published')
  const people = await makeEmployees(ctx, 7)
  const session = await openSessionOf(ctx, made.project, { capacity: 2 })
  const ids: string[] = []
  for (const { id } of people) ids.push((await signUpOf(ctx, session, id)).id)
  const states = async () => {
    const places = []
    for (const { id } of people) places.push(await signupOf(ctx, session.id, id))
    return places.map((place) => place?.waitlistPosition ?? place?.state)
  }
  return { ...made, ctx, session, states, ids }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'anonymous' }, async (ctx) => test(await scene(ctx)))

describe('changeCapacity', () => {
  it('gives three added places to the first three who wait, in order', () =>
    inScene(async ({ ctx, asHost, session, states, ids }) => {
      expect(await changeCapacity(asHost, session.id, { capacity: 5 })).toMatchObject({ capacity: 5, confirmed: 5, waiting: 2 })
      expect(await states()).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed', 'confirmed', 1, 2])
      for (const id of ids.slice(2, 5)) expect(await messagesOf(ctx, 'signup.promoted', id)).toHaveLength(1)
      expect(await tracesOf(ctx, session.id)).toMatchObject([{ action: 'session.resized', detail: { from: 2, to: 5, promoted: 3 } }])
    }))

  it('lets everybody in when the limit is lifted', () =>
    inScene(async ({ asHost, session }) => {
      expect(await changeCapacity(asHost, session.id, { capacity: null })).toMatchObject({ capacity: null, confirmed: 7, waiting: 0 })
    }))

  it('refuses fewer places than confirmed people and drops nobody', () =>
    inScene(async ({ asHost, session, states }) => {
      const refusal = { code: 'capacity-below-confirmed', data: { capacity: 1, confirmed: 2 } }
      await expect(changeCapacity(asHost, session.id, { capacity: 1 })).rejects.toMatchObject(refusal)
      expect((await states()).slice(0, 2)).toEqual(['confirmed', 'confirmed'])
    }))

  it('refuses once the session has started or was called off', () =>
    inScene(async ({ asHost, session }) => {
      const started = { ...asHost, now: addMinutes(session.startsAt, 1) }
      await expect(changeCapacity(started, session.id, { capacity: 9 })).rejects.toMatchObject({ code: 'session-started' })
      await cancelSession(asHost, session.id, { reason: '台风预警' })
      await expect(changeCapacity(asHost, session.id, { capacity: 9 })).rejects.toMatchObject({ code: 'session-cancelled' })
    }))

  it('refuses the wrong role', () =>
    inScene(async ({ asLead, session }) => {
      await expect(changeCapacity(asLead, session.id, { capacity: 9 })).rejects.toMatchObject({ code: 'host-required' })
    }))
})
