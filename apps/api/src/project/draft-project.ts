import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Project, ProjectDraft } from '@yijian/shared/project/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { branchById } from '../people/index.ts'
import { getProject } from './get-project.ts'
import { addTerms, insertHost, insertProject } from './repo.ts'

/** Begins a project; whoever drafts it is its first host. @throws Problem `not-found` for an unknown branch */
export async function draftProject(ctx: Ctx, draft: ProjectDraft): Promise<Project> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const projectId = ctx.app.newId('project')
    await branchById(ctx, draft.branchId)
    await insertProject(ctx, { ...draft, id: projectId, state: 'draft', draftedAt: ctx.now })
    await insertHost(ctx, {
      id: ctx.app.newId('projectHost'),
      projectId,
      employeeId,
      part: 'host',
      startsOn: shanghaiDay(ctx.now),
      active: 1,
    })
    await addTerms(ctx, projectId, draft)
    await record(ctx, { action: 'project.drafted', subject: projectId, detail: { branchId: draft.branchId, field: draft.field } })
    return getProject(ctx, projectId)
  })
}
