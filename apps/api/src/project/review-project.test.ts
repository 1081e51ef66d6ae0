import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import { as, projectScene } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { addHost } from './add-host.ts'
import { endHost } from './end-host.ts'
import { getProject } from './get-project.ts'
import { reviewProject } from './review-project.ts'
import { submitProject } from './submit-project.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('project.reviewed') })
})
afterAll(closeApps)

const publish = { decision: 'published' as const }

describe('reviewProject', () => {
  it('publishes a project of the branch, with a trace, a review and a message', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, lead, asLead } = await projectScene(ctx, 'in-review')
      const reviewed = await reviewProject(asLead, project.id, publish)
      expect(reviewed).toMatchObject({ state: 'published', reviews: [{ decision: 'published', reason: null, reviewer: { id: lead.id } }] })
      expect(await tracesOf(ctx, project.id)).toMatchObject([{ action: 'project.published', actorId: lead.id }])
      expect(await messagesOf(ctx, 'project.reviewed', project.id)).toEqual([{ projectId: project.id, decision: 'published' }])
    }))

  it('returns a project with a reason that its host sees, and that is gone when it comes again', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asLead, asHost } = await projectScene(ctx, 'in-review')
      await reviewProject(asLead, project.id, { decision: 'returned', reason: '请补充安全须知' })
      expect(await getProject(asHost, project.id)).toMatchObject({ state: 'draft', stateReason: '请补充安全须知' })
      expect(await submitProject(asHost, project.id)).toMatchObject({ state: 'in-review', stateReason: null })
    }))

  it('lets an operator stand in for any branch', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, stranger } = await projectScene(ctx, 'in-review')
      expect(await reviewProject(as(ctx, stranger, 'operator'), project.id, publish)).toMatchObject({ state: 'published' })
    }))

  it('refuses to return without a reason', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asLead } = await projectScene(ctx, 'in-review')
      await expect(reviewProject(asLead, project.id, { decision: 'returned' })).rejects.toMatchObject({ code: 'reason-required' })
    }))

  it('refuses a second decision', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asLead } = await projectScene(ctx, 'in-review')
      await reviewProject(asLead, project.id, publish)
      await expect(reviewProject(asLead, project.id, publish)).rejects.toMatchObject({ code: 'project-state' })
    }))

  it('refuses the own project, also after handing it over, also to an operator', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, branch, host, asHost } = await projectScene(ctx, 'in-review')
      const reviewing = as(ctx, host, { leads: branch }, 'operator')
      await expect(reviewProject(reviewing, project.id, publish)).rejects.toMatchObject({ code: 'own-project' })
      const successor = await makeEmployee(ctx)
      const { hosts } = await getProject(asHost, project.id)
      await addHost(asHost, project.id, { employeeId: successor.id, part: 'host' })
      await endHost(asHost, project.id, hosts[0]!.id)
      await expect(reviewProject(reviewing, project.id, publish)).rejects.toMatchObject({ code: 'own-project' })
    }))

  it('refuses the wrong role: the lead of another branch, and who leads none', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, stranger, asStranger, branch } = await projectScene(ctx, 'in-review')
      const elsewhere = as(ctx, stranger, { leads: await makeBranch(ctx) })
      const refusal = { code: 'other-branch', data: { branch: branch.name } }
      await expect(reviewProject(elsewhere, project.id, publish)).rejects.toMatchObject(refusal)
      await expect(reviewProject(asStranger, project.id, publish)).rejects.toMatchObject({ code: 'role-required' })
    }))
})
