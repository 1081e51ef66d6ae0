import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
import { as, projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { addHost } from './add-host.ts'
import { endHost } from './end-host.ts'
import { isHostOf } from './hosts.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const now = '2026-11-20T04:00:00.000Z'

describe('addHost', () => {
  it('adds a co-host, who may then act for the project', () =>
    rolledBack(
      app,
      { kind: 'anonymous' },
      async (ctx) => {
        const { project, asHost, stranger } = await projectScene(ctx, 'published')
        const added = await addHost(asHost, project.id, { employeeId: stranger.id, part: 'co-host' })
        expect(added).toMatchObject({ person: { id: stranger.id }, part: 'co-host', startsOn: '2026-11-20', endsOn: null })
        expect(await isHostOf(ctx, project.id, stranger.id)).toBe(true)
        expect(await tracesOf(ctx, project.id)).toMatchObject([{ action: 'host.added', detail: { employeeId: stranger.id } }])
        const third = await makeEmployee(ctx)
        expect(await addHost(as(ctx, stranger), project.id, { employeeId: third.id, part: 'host' })).toMatchObject({ part: 'host' })
      },
      now,
    ))

  it('takes back a former host with a new row', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost, stranger } = await projectScene(ctx, 'published')
      const first = await addHost(asHost, project.id, { employeeId: stranger.id, part: 'host' })
      await endHost(asHost, project.id, first.id)
      const second = await addHost(asHost, project.id, { employeeId: stranger.id, part: 'host' })
      expect(second).toMatchObject({ endsOn: null })
      expect(second.id).not.toBe(first.id)
    }))

  it('refuses who hosts already, and says since when', () =>
    rolledBack(
      app,
      { kind: 'anonymous' },
      async (ctx) => {
        const { project, asHost, host } = await projectScene(ctx, 'published')
        const refusal = { code: 'already-host', data: { since: '2026-11-20' } }
        await expect(addHost(asHost, project.id, { employeeId: host.id, part: 'co-host' })).rejects.toMatchObject(refusal)
      },
      now,
    ))

  it('refuses who left, from the day after their last', () =>
    rolledBack(
      app,
      { kind: 'anonymous' },
      async (ctx) => {
        const { project, asHost } = await projectScene(ctx, 'published')
        const [left, leaving] = [await makeEmployee(ctx, { leftOn: '2026-11-19' }), await makeEmployee(ctx, { leftOn: '2026-11-20' })]
        await expect(addHost(asHost, project.id, { employeeId: left.id, part: 'host' })).rejects.toMatchObject({
          code: 'employee-left',
          data: { leftOn: '2026-11-19' },
        })
        expect(await addHost(asHost, project.id, { employeeId: leaving.id, part: 'host' })).toMatchObject({ part: 'host' })
      },
      now,
    ))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asStranger, stranger } = await projectScene(ctx, 'published')
      await expect(addHost(asStranger, project.id, { employeeId: stranger.id, part: 'host' })).rejects.toMatchObject({
        code: 'host-required',
      })
    }))
})
