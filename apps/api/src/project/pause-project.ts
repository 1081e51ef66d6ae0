import { canMove, projectMoves } from '@yijian/shared/project/rules'
import type { Project } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { getProject } from './get-project.ts'
import { requireHost } from './hosts.ts'
import { lockProject, updateProject } from './repo.ts'

/** Hides a published project for a while; its open sessions stay, but take no new sign-ups. @throws Problem `host-required`, `project-state` */
export async function pauseProject(ctx: Ctx, projectId: string, { reason }: { reason: string }): Promise<Project> {
  return inTransaction(ctx, async (ctx) => {
    const { state } = await lockProject(ctx, projectId)
    await requireHost(ctx, projectId)
    enforce(canMove('pause', state))
    await updateProject(ctx, projectId, { state: projectMoves.pause.to, stateReason: reason })
    await record(ctx, { action: 'project.paused', subject: projectId, detail: { reason } })
    return getProject(ctx, projectId)
  })
}
