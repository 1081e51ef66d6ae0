import { canOpenSession } from '@yijian/shared/project/rules'
import type { SessionCard, SessionDraft } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { requireHost } from './hosts.ts'
import { sessionCardById } from './read.ts'
import { addTerms, insertSession, lockProject } from './repo.ts'
import { scheduleOf } from './schedule.ts'

/** Opens a session of a published project. @throws Problem `host-required`, `project-state`, `session-times` */
export async function openSession(ctx: Ctx, projectId: string, draft: SessionDraft): Promise<SessionCard> {
  return inTransaction(ctx, async (ctx) => {
    const { state } = await lockProject(ctx, projectId)
    await requireHost(ctx, projectId)
    enforce(canOpenSession(state))
    const { capacity, ...of } = draft
    const id = ctx.app.newId('session')
    await insertSession(ctx, { ...of, ...scheduleOf(draft, ctx.now), id, projectId, state: 'open', openedAt: ctx.now }, capacity)
    await addTerms(ctx, projectId, draft)
    await record(ctx, {
      action: 'session.opened',
      subject: id,
      detail: { projectId, capacity, startsAt: draft.startsAt, endsAt: draft.endsAt },
    })
    return sessionCardById(ctx, id)
  })
}
