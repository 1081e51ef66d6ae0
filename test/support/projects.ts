import type { Ctx } from '@yijian/api/core/context'
import { addTerms } from '@yijian/api/project/repo'
import { project, projectHost, seat, session } from '@yijian/api/project/tables'
import { signup } from '@yijian/api/signup/tables'
import { addMinutes, isBefore, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Field, ProjectState } from '@yijian/shared/project/shapes'
import { decideSeats } from '@yijian/shared/signup/rules'
import { eq } from 'drizzle-orm'
import { type RoleOf, type Where, actorOf, ctxFor, makeBranch, makeEmployee } from './people.ts'

const DAY_MINUTES = 1440

export interface ProjectWish {
  hostId: string
  branchId: string
  state?: ProjectState
  title?: string
  field?: Field
  city?: string | null
  story?: string
  organiser?: string
}

export interface MadeProject {
  id: string
  hostId: string
  branchId: string
}

/** A project as it stands in the tables, a draft unless wished otherwise. */
export async function makeProject(where: Where, wish: ProjectWish): Promise<MadeProject> {
  const ctx = await ctxFor(where)
  const { hostId, branchId, state = 'draft' } = wish
  const id = ctx.app.newId('project')
  const words = {
    title: wish.title ?? '深圳湾红树林净滩',
    story: wish.story ?? '每月一次，沿深圳湾步道清理海漂垃圾。',
    organiser: wish.organiser ?? '志愿者协会',
    city: wish.city === undefined ? '深圳' : wish.city,
  }
  await ctx.db.insert(project).values({
    ...words,
    id,
    branchId,
    state,
    field: wish.field ?? 'environment',
    stateReason: state === 'closed' ? '已圆满结束' : null,
    draftedAt: ctx.now,
    submittedAt: state === 'draft' ? null : ctx.now,
    publishedAt: state === 'draft' || state === 'in-review' ? null : ctx.now,
    closedAt: state === 'closed' ? ctx.now : null,
  })
  await ctx.db.insert(projectHost).values({
    id: ctx.app.newId('projectHost'),
    projectId: id,
    employeeId: hostId,
    part: 'host',
    startsOn: shanghaiDay(ctx.now),
    active: 1,
  })
  await addTerms(ctx, id, words)
  return { id, hostId, branchId }
}

/** A project that people can sign up for. */
export function publishedProject(where: Where, wish: Omit<ProjectWish, 'state'>): Promise<MadeProject> {
  return makeProject(where, { ...wish, state: 'published' })
}

/** The same transaction in somebody else's hands. */
export function as(ctx: Ctx, person: { id: string }, ...roles: RoleOf[]): Ctx {
  return { ...ctx, actor: actorOf(person, ...roles) }
}

/** A project with its host, somebody who has nothing to do with it, and the lead of its branch, each ready to act. */
export async function projectScene(ctx: Ctx, state: ProjectState) {
  const branch = await makeBranch(ctx)
  const [host, stranger, lead] = [await makeEmployee(ctx), await makeEmployee(ctx), await makeEmployee(ctx)]
  const made = await makeProject(ctx, { hostId: host.id, branchId: branch.id, state })
  return {
    branch,
    project: made,
    host,
    stranger,
    lead,
    asHost: as(ctx, host),
    asStranger: as(ctx, stranger),
    asLead: as(ctx, lead, { leads: branch }),
  }
}

export interface SessionWish {
  title?: string
  startsAt?: Date
  /** 180 unless wished otherwise. */
  minutes?: number
  endsAt?: Date
  capacity?: number | null
  city?: string | null
  place?: string
  online?: boolean
  signupOpensAt?: Date
  signupClosesAt?: Date
  lateCancelAt?: Date
  privateDetails?: string
}

export interface MadeSession {
  id: string
  projectId: string
  hostId: string
  startsAt: Date
  endsAt: Date
}

/** An open session of a project: in two days, three hours long, fifty places, open for sign-up until it starts. */
export async function openSessionOf(where: Where, of: MadeProject, wish: SessionWish = {}): Promise<MadeSession> {
  const ctx = await ctxFor(where)
  const id = ctx.app.newId('session')
  const startsAt = wish.startsAt ?? addMinutes(ctx.now, 2 * DAY_MINUTES)
  const endsAt = wish.endsAt ?? addMinutes(startsAt, wish.minutes ?? 180)
  const signupClosesAt = wish.signupClosesAt ?? startsAt
  const words = {
    title: wish.title ?? '深圳湾红树林净滩 · 第 12 场',
    place: wish.place ?? '深圳湾公园 B 口集合',
    city: wish.city === undefined ? '深圳' : wish.city,
  }
  await ctx.db.insert(session).values({
    ...words,
    id,
    projectId: of.id,
    state: 'open',
    startsAt,
    endsAt,
    timeZone: 'Asia/Shanghai',
    online: wish.online ?? false,
    signupOpensAt: wish.signupOpensAt ?? addMinutes(isBefore(ctx.now, signupClosesAt) ? ctx.now : signupClosesAt, -30 * DAY_MINUTES),
    signupClosesAt,
    lateCancelAt: wish.lateCancelAt ?? addMinutes(startsAt, -DAY_MINUTES),
    bring: '长裤、防滑鞋、自带水杯。',
    privateDetails: wish.privateDetails ?? '集合微信群：见现场海报',
    openedAt: ctx.now,
  })
  const capacity = wish.capacity === undefined ? 50 : wish.capacity
  await ctx.db.insert(seat).values({ sessionId: id, capacity, taken: 0, waiting: 0, lastNumber: 0, lastPromotion: 0 })
  await addTerms(ctx, of.id, words)
  return { id, projectId: of.id, hostId: of.hostId, startsAt, endsAt }
}

export interface MadeSignup {
  id: string
  employeeId: string
  sessionId: string
  state: 'confirmed' | 'waitlisted'
}

/** A person's sign-up by the rule of places, whatever the sign-up window says: sessions of the past have people too. */
export async function signUpOf(where: Where, of: Pick<MadeSession, 'id'>, employeeId: string): Promise<MadeSignup> {
  const ctx = await ctxFor(where)
  const id = ctx.app.newId('signup')
  const [before] = await ctx.db.select().from(seat).where(eq(seat.sessionId, of.id)).for('update')
  if (before === undefined) throw new Error(`no session ${of.id}`)
  const { outcomes, seat: after } = decideSeats(before, [], [{ kind: 'sign-up', signupId: id }])
  const { state, number } = outcomes[0]
  await ctx.db.update(seat).set(after).where(eq(seat.sessionId, of.id))
  const row = { id, sessionId: of.id, employeeId, state, number, signedUpAt: ctx.now, lateCancel: false, active: 1 }
  await ctx.db.insert(signup).values(row)
  return { id, employeeId, sessionId: of.id, state }
}
