import { project, projectHost, seat, session } from '@yijian/api/project/tables'
import { signup } from '@yijian/api/signup/tables'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Field, ProjectState } from '@yijian/shared/project/shapes'
import { decideSeats } from '@yijian/shared/signup/rules'
import { eq } from 'drizzle-orm'
import { type Where, ctxFor } from './people.ts'

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
  await ctx.db.insert(project).values({
    id,
    branchId,
    state,
    title: wish.title ?? '深圳湾红树林净滩',
    field: wish.field ?? 'environment',
    city: wish.city === undefined ? '深圳' : wish.city,
    story: wish.story ?? '每月一次，沿深圳湾步道清理海漂垃圾。',
    organiser: wish.organiser ?? '志愿者协会',
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
  return { id, hostId, branchId }
}

/** A project that people can sign up for. */
export function publishedProject(where: Where, wish: Omit<ProjectWish, 'state'>): Promise<MadeProject> {
  return makeProject(where, { ...wish, state: 'published' })
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
  await ctx.db.insert(session).values({
    id,
    projectId: of.id,
    title: wish.title ?? '深圳湾红树林净滩 · 第 12 场',
    state: 'open',
    startsAt,
    endsAt,
    timeZone: 'Asia/Shanghai',
    city: wish.city === undefined ? '深圳' : wish.city,
    place: wish.place ?? '深圳湾公园 B 口集合',
    online: wish.online ?? false,
    signupOpensAt: wish.signupOpensAt ?? addMinutes(startsAt, -30 * DAY_MINUTES),
    signupClosesAt: wish.signupClosesAt ?? startsAt,
    lateCancelAt: wish.lateCancelAt ?? addMinutes(startsAt, -DAY_MINUTES),
    bring: '长裤、防滑鞋、自带水杯。',
    privateDetails: wish.privateDetails ?? '集合微信群：见现场海报',
    openedAt: ctx.now,
  })
  const capacity = wish.capacity === undefined ? 50 : wish.capacity
  await ctx.db.insert(seat).values({ sessionId: id, capacity, taken: 0, waiting: 0, lastNumber: 0, lastPromotion: 0 })
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
