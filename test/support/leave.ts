import type { Ctx } from '@yijian/api/core/context'
import { decideLeave } from '@yijian/api/leave/decide-leave'
import { requestLeave } from '@yijian/api/leave/request-leave'
import type { EmployeeRow } from '@yijian/api/people/repo'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Leave, LeavePart } from '@yijian/shared/leave/shapes'
import type { Branch } from '@yijian/shared/people/shapes'
import { START, actingAs } from './attendance.ts'
import { type Where, actorOf, ctxFor, makeBranch, makeEmployee } from './people.ts'
import { type MadeProject, type MadeSession, type MadeSignup, openSessionOf, publishedProject, signUpOf } from './projects.ts'

const DAY = 1440

export interface LeaveScene {
  branch: Branch
  host: EmployeeRow
  lead: EmployeeRow
  me: EmployeeRow
  project: MadeProject
  session: MadeSession
  signup: MadeSignup
  /** Ten days before the session, when people ask. */
  before: Date
}

/** A member of a branch with a place in a session on 20 November at 14:00 in Shanghai, ten days ahead. */
export async function leaveScene(where: Where, startsAt: Date = START): Promise<LeaveScene> {
  const before = addMinutes(startsAt, -10 * DAY)
  const ctx = { ...(await ctxFor(where)), now: before }
  const branch = await makeBranch(ctx)
  const [host, lead] = [await makeEmployee(ctx), await makeEmployee(ctx, { name: '林负责人' })]
  const me = await makeEmployee(ctx, { branches: [branch] })
  const project = await publishedProject(ctx, { hostId: host.id, branchId: branch.id })
  const session = await openSessionOf(ctx, project, { startsAt })
  return { branch, host, lead, me, project, session, signup: await signUpOf(ctx, session, me.id), before }
}

/** Another session of the project some days later, with a place for the person. */
export async function anotherPlace(ctx: Ctx, scene: LeaveScene, days: number) {
  const session = await openSessionOf({ ...ctx, now: scene.before }, scene.project, {
    startsAt: addMinutes(scene.session.startsAt, days * DAY),
  })
  return { session, signup: await signUpOf(ctx, session, scene.me.id) }
}

/** The person themself, ten days before unless another time is given. */
export function asMe(ctx: Ctx, scene: LeaveScene, at: Date = scene.before): Ctx {
  return actingAs(ctx, actorOf(scene.me), at)
}

export function asBranchLead(ctx: Ctx, scene: LeaveScene, at: Date = scene.before): Ctx {
  return actingAs(ctx, actorOf(scene.lead, { leads: scene.branch }), at)
}

/** The person asks for leave on the day of the session. */
export function ask(
  ctx: Ctx,
  scene: LeaveScene,
  wish: { part?: LeavePart; signup?: { id: string }; session?: MadeSession } = {},
): Promise<Leave> {
  const { signup = scene.signup, session = scene.session, part = 'afternoon' } = wish
  return requestLeave(asMe(ctx, scene), { signupId: signup.id, leaveOn: shanghaiDay(session.startsAt), part })
}

export async function askAndApprove(ctx: Ctx, scene: LeaveScene, part: LeavePart = 'afternoon'): Promise<Leave> {
  const { id } = await ask(ctx, scene, { part })
  return decideLeave(asBranchLead(ctx, scene), id, { decision: 'approved' })
}
