import { canReview, projectMoves } from '@yijian/shared/project/rules'
import type { Project } from '@yijian/shared/project/shapes'
import { branchesLed, holdsRole, requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { getProject } from './get-project.ts'
import { hostedEver } from './hosts.ts'
import { projectWithBranch } from './read.ts'
import { insertReview, lockProject, updateProject } from './repo.ts'

export interface ReviewInput {
  decision: 'published' | 'returned'
  reason?: string | undefined
}

/**
 * A branch lead's or operator's decision on a project in review: it is published, or goes back with a reason.
 *
 * @throws Problem `other-branch`, `own-project`, `project-state`, `reason-required`
 */
export async function reviewProject(ctx: Ctx, projectId: string, { decision, reason }: ReviewInput): Promise<Project> {
  const actor = requireRole(ctx, 'branch-lead', 'operator')
  return inTransaction(ctx, async (ctx) => {
    const { state, publishedAt } = await lockProject(ctx, projectId)
    const { branch } = await projectWithBranch(ctx, projectId)
    const inCharge = holdsRole(actor, 'operator') || branchesLed(actor).includes(branch.id)
    const own = await hostedEver(ctx, projectId, actor.employeeId)
    enforce(canReview({ state, branchName: branch.name, inCharge, hostedEver: own, decision, reason }))
    await updateProject(
      ctx,
      projectId,
      decision === 'published'
        ? { state: projectMoves.publish.to, stateReason: null, publishedAt: publishedAt ?? ctx.now }
        : { state: projectMoves.return.to, stateReason: reason },
    )
    const review = { id: ctx.app.newId('review'), projectId, decision, reason: reason ?? null }
    await insertReview(ctx, { ...review, reviewerId: actor.employeeId, decidedAt: ctx.now })
    await record(ctx, { action: `project.${decision}`, subject: projectId, detail: reason === undefined ? {} : { reason } })
    await put(ctx, 'project.reviewed', { projectId, decision })
    return getProject(ctx, projectId)
  })
}
