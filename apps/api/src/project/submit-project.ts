import { canMove, projectMoves } from '@yijian/shared/project/rules'
import type { Project } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { getProject } from './get-project.ts'
import { requireHost } from './hosts.ts'
import { lockProject, updateProject } from './repo.ts'

/** Asks the branch lead to review a draft. @throws Problem `host-required`, `project-state` */
export async function submitProject(ctx: Ctx, projectId: string): Promise<Project> {
  return inTransaction(ctx, async (ctx) => {
    const { state } = await lockProject(ctx, projectId)
    await requireHost(ctx, projectId)
    enforce(canMove('submit', state))
    await updateProject(ctx, projectId, { state: projectMoves.submit.to, stateReason: null, submittedAt: ctx.now })
    await record(ctx, { action: 'project.submitted', subject: projectId })
    await put(ctx, 'project.submitted', { projectId })
    return getProject(ctx, projectId)
  })
}
