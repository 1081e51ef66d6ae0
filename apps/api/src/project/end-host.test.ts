import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { as, projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { addHost } from './add-host.ts'
import { endHost } from './end-host.ts'
import { getProject } from './get-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

describe('endHost', () => {
  it('hands a project over and keeps who hosted it before', () =>
    rolledBack(
      app,
      { kind: 'anonymous' },
      async (ctx) => {
        const { project, host, stranger, asHost, asLead } = await projectScene(ctx, 'published')
        const { hosts } = await getProject(asHost, project.id)
        await addHost(asHost, project.id, { employeeId: stranger.id, part: 'host' })
        expect(await endHost(asHost, project.id, hosts[0]!.id)).toMatchObject({ person: { id: host.id }, endsOn: '2026-11-20' })
        expect((await getProject(asLead, project.id)).hosts.map(({ person, endsOn }) => [person.id, endsOn])).toEqual([
          [stranger.id, null],
          [host.id, '2026-11-20'],
        ])
        expect((await tracesOf(ctx, project.id)).map(({ action }) => action)).toEqual(['host.added', 'host.ended'])
        await expect(endHost(asHost, project.id, hosts[0]!.id)).rejects.toMatchObject({ code: 'host-required' })
      },
      '2026-11-20T04:00:00.000Z',
    ))

  it('refuses to leave a project without a host', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'published')
      const { hosts } = await getProject(asHost, project.id)
      await expect(endHost(asHost, project.id, hosts[0]!.id)).rejects.toMatchObject({ code: 'last-host' })
    }))

  it('refuses to end a hosting twice', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost, stranger } = await projectScene(ctx, 'published')
      const { id } = await addHost(asHost, project.id, { employeeId: stranger.id, part: 'co-host' })
      await endHost(asHost, project.id, id)
      await expect(endHost(asHost, project.id, id)).rejects.toMatchObject({ code: 'state-changed' })
    }))

  it('finds no host of another project', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const [mine, theirs] = [await projectScene(ctx, 'published'), await projectScene(ctx, 'published')]
      const { hosts } = await getProject(theirs.asHost, theirs.project.id)
      await expect(endHost(mine.asHost, mine.project.id, hosts[0]!.id)).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost, stranger } = await projectScene(ctx, 'published')
      const { hosts } = await getProject(asHost, project.id)
      await expect(endHost(as(ctx, stranger, 'operator'), project.id, hosts[0]!.id)).rejects.toMatchObject({ code: 'host-required' })
    }))
})
