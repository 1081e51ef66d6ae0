import type { Project } from '@yijian/shared/project/shapes'
import { and, asc, desc, eq, gt, lte } from 'drizzle-orm'
import { branchesLed, holdsRole, requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { isHostOf } from './hosts.ts'
import { hostHistory, projectWithBranch, reviewsOf, selectSessionCards, toSessionCard } from './read.ts'
import { session } from './tables.ts'

const SESSIONS_SHOWN = 50

/** A project with its hosts and coming sessions; before it is published only its hosts and reviewers see it. */
export async function getProject(ctx: Ctx, projectId: string): Promise<Project> {
  const actor = requireEmployee(ctx)
  const { project, branch } = await projectWithBranch(ctx, projectId)
  const iHost = await isHostOf(ctx, projectId, actor.employeeId)
  const iReview = holdsRole(actor, 'operator') || branchesLed(actor).includes(branch.id)
  const isPublic = project.publishedAt !== null
  if (!isPublic && !iHost && !iReview) throw refuse('not-found', { what: 'project' })
  const { id, title, field, city, state, organiser, story, stateReason } = project
  return {
    id,
    title,
    field,
    branch,
    city,
    state,
    organiser,
    story,
    stateReason,
    hosts: await hostHistory(ctx, projectId),
    iHost,
    reviews: iHost || iReview ? await reviewsOf(ctx, projectId) : [],
    sessions: await sessionsOf(ctx, projectId, iHost),
  }
}

async function sessionsOf(ctx: Ctx, projectId: string, withPast: boolean) {
  const ofProject = (ended: boolean) =>
    selectSessionCards(ctx)
      .where(and(eq(session.projectId, projectId), ended ? lte(session.endsAt, ctx.now) : gt(session.endsAt, ctx.now)))
      .orderBy(ended ? desc(session.startsAt) : asc(session.startsAt), asc(session.id))
      .limit(SESSIONS_SHOWN)
  const coming = await ofProject(false)
  const past = withPast ? await ofProject(true) : []
  return [...coming, ...past].map(toSessionCard)
}
