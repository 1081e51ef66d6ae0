import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { openSession } from './open-session.ts'
import { lockSeat } from './repo.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const now = '2026-11-20T04:00:00.000Z'
const draft = {
  title: '深圳湾红树林净滩 · 第 12 场',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T09:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  city: '深圳',
  place: '深圳湾公园 B 口集合',
  online: false,
  capacity: 50,
  signupOpensAt: '2026-11-20T04:00:00.000Z',
  signupClosesAt: '2026-11-28T06:00:00.000Z',
  lateCancelAt: '2026-11-27T06:00:00.000Z',
  bring: '长裤',
  privateDetails: '见现场海报',
}

describe('openSession', () => {
  it('opens a session with all its places free', () =>
    rolledBack(
      app,
      { kind: 'anonymous' },
      async (ctx) => {
        const { project, branch, asHost } = await projectScene(ctx, 'published')
        const card = await openSession(asHost, project.id, draft)
        const { bring: _, privateDetails: __, lateCancelAt: ___, ...shown } = draft
        expect(card).toMatchObject({ ...shown, projectId: project.id, branch: { id: branch.id }, state: 'open', confirmed: 0, waiting: 0 })
        expect(await lockSeat(ctx, card.id)).toEqual({ capacity: 50, taken: 0, waiting: 0, lastNumber: 0, lastPromotion: 0 })
        expect(await tracesOf(ctx, card.id)).toMatchObject([{ action: 'session.opened', detail: { projectId: project.id, capacity: 50 } }])
      },
      now,
    ))

  it('refuses a project that is not published', () =>
    rolledBack(
      app,
      { kind: 'anonymous' },
      async (ctx) => {
        const { project, asHost } = await projectScene(ctx, 'paused')
        await expect(openSession(asHost, project.id, draft)).rejects.toMatchObject({ code: 'project-state', data: { state: 'paused' } })
      },
      now,
    ))

  it.each([
    ['ends-after-start', { endsAt: draft.startsAt }],
    ['in-the-future', { startsAt: now, lateCancelAt: now, endsAt: '2026-11-20T07:00:00.000Z', signupClosesAt: '2026-11-20T07:00:00.000Z' }],
    ['known-time-zone', { timeZone: 'Asia/Shenzhen' }],
  ])('refuses times that break %s', (rule, change) =>
    rolledBack(
      app,
      { kind: 'anonymous' },
      async (ctx) => {
        const { project, asHost } = await projectScene(ctx, 'published')
        const refusal = { code: 'session-times', data: { rule } }
        await expect(openSession(asHost, project.id, { ...draft, ...change })).rejects.toMatchObject(refusal)
      },
      now,
    ),
  )

  it('refuses the wrong role', () =>
    rolledBack(
      app,
      { kind: 'anonymous' },
      async (ctx) => {
        const { project, asLead } = await projectScene(ctx, 'published')
        await expect(openSession(asLead, project.id, draft)).rejects.toMatchObject({ code: 'host-required' })
      },
      now,
    ))
})
