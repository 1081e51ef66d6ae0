import { canChangeProject } from '@yijian/shared/project/rules'
import type { Project, ProjectDraft } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { branchById } from '../people/index.ts'
import { getProject } from './get-project.ts'
import { requireHost } from './hosts.ts'
import { addTerms, lockProject, updateProject } from './repo.ts'

/** Changes the words of a project that is not closed; a published one goes on as it is. @throws Problem `host-required`, `project-state` */
export async function changeProject(ctx: Ctx, projectId: string, draft: ProjectDraft): Promise<Project> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockProject(ctx, projectId)
    await requireHost(ctx, projectId)
    enforce(canChangeProject(before, draft))
    await branchById(ctx, draft.branchId)
    await updateProject(ctx, projectId, draft)
    await addTerms(ctx, projectId, draft)
    await record(ctx, { action: 'project.changed', subject: projectId, detail: changed(before, draft) })
    return getProject(ctx, projectId)
  })
}

/** What was said before, where it is said differently now. */
function changed(before: ProjectDraft, after: ProjectDraft): Partial<ProjectDraft> {
  const fields = ['title', 'field', 'branchId', 'city', 'story', 'organiser'] as const
  return Object.fromEntries(fields.filter((name) => before[name] !== after[name]).map((name) => [name, before[name]]))
}
