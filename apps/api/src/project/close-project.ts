import { canClose, projectMoves } from '@yijian/shared/project/rules'
import type { Project } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { getProject } from './get-project.ts'
import { requireHost } from './hosts.ts'
import { sessionsNotEnded } from './read.ts'
import { lockProject, updateProject } from './repo.ts'

/** Ends a project, or drops a draft. @throws Problem `host-required`, `project-state`, `sessions-ahead` */
export async function closeProject(ctx: Ctx, projectId: string, { reason }: { reason: string }): Promise<Project> {
  return inTransaction(ctx, async (ctx) => {
    // The lock also holds off a session that a co-host is about to open.
    const { state } = await lockProject(ctx, projectId)
    await requireHost(ctx, projectId)
    enforce(canClose({ state, ...(await sessionsNotEnded(ctx, projectId)) }))
    await updateProject(ctx, projectId, { state: projectMoves.close.to, stateReason: reason, closedAt: ctx.now })
    await record(ctx, { action: 'project.closed', subject: projectId, detail: { reason } })
    return getProject(ctx, projectId)
  })
}
