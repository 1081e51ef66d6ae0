import { canMove, projectMoves } from '@yijian/shared/project/rules'
import type { Project } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { getProject } from './get-project.ts'
import { requireHost } from './hosts.ts'
import { lockProject, updateProject } from './repo.ts'

/** Shows a paused project again. @throws Problem `host-required`, `project-state` */
export async function resumeProject(ctx: Ctx, projectId: string): Promise<Project> {
  return inTransaction(ctx, async (ctx) => {
    const { state } = await lockProject(ctx, projectId)
    await requireHost(ctx, projectId)
    enforce(canMove('resume', state))
    await updateProject(ctx, projectId, { state: projectMoves.resume.to, stateReason: null })
    await record(ctx, { action: 'project.resumed', subject: projectId })
    return getProject(ctx, projectId)
  })
}
