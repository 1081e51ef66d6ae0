import { handlers } from '@yijian/api/server'
import type { ScanKind } from '@yijian/shared/attendance/shapes'
import { addMinutes } from '@yijian/shared/kernel/time'
import type { HoursLine } from '@yijian/shared/hours/shapes'
import { leadOf } from './begin-projects.ts'
import { type DemoProject, type ProjectKey, projects } from './projects.ts'
import { type World, idOf } from './world.ts'

const DAY_MINUTES = 1440

/** One session and what its people do; each deed is the verb a phone would ask for. */
export interface Stage {
  world: World
  key: ProjectKey
  project: DemoProject
  sessionId: string
}

export function stageFor(world: World, key: ProjectKey): Stage {
  return { world, key, project: projects[key], sessionId: '' }
}

const host = ({ world, project }: Stage) => world.cast.as(project.hosts[0])
const params = ({ sessionId }: Stage) => ({ sessionId })

export interface SessionPlan {
  title: string
  startsAt: Date
  minutes: number
  capacity: number | null
}

export async function open(stage: Stage, { title, startsAt, minutes, capacity }: SessionPlan): Promise<void> {
  const { city, place: meetingPoint, bring } = stage.project
  const place = { city, place: meetingPoint, online: city === null, bring }
  const { id } = await handlers.openSession(await host(stage), {
    params: { projectId: idOf(stage.world.projectIds, stage.key) },
    body: {
      ...place,
      title,
      capacity,
      timeZone: 'Asia/Shanghai',
      startsAt: startsAt.toISOString(),
      endsAt: addMinutes(startsAt, minutes).toISOString(),
      signupOpensAt: addMinutes(startsAt, -28 * DAY_MINUTES).toISOString(),
      signupClosesAt: startsAt.toISOString(),
      lateCancelAt: addMinutes(startsAt, -DAY_MINUTES).toISOString(),
      privateDetails: city === null ? '入会口令在开始前一小时发到项目群。' : '到场后找穿绿色马甲的主理人；找不到就在项目群里喊一声。',
    },
  })
  stage.sessionId = id
}

export async function signUp(stage: Stage, who: string): Promise<string> {
  return (await handlers.createSignup(await stage.world.cast.as(who), { params: params(stage) })).id
}

/** The code that the host's screen shows at this moment. */
export async function codeNow(stage: Stage, kind: ScanKind): Promise<string> {
  return (await handlers.getSessionCode(await host(stage), { params: params(stage), query: { kind } })).code
}

export async function scan(stage: Stage, who: string, kind: ScanKind): Promise<void> {
  await handlers.scanCode(await stage.world.cast.as(who), { body: { code: await codeNow(stage, kind) } })
}

export async function scanByName(stage: Stage, who: string, kind: ScanKind): Promise<void> {
  const { employeeId } = await stage.world.cast.person(who)
  await handlers.scanByName(await host(stage), { params: params(stage), body: { employeeId, kind, reason: '手机没电，现场核对工牌' } })
}

const reasonFor = {
  changed: '按实际服务时间确认',
  'short-presence': '有事提前离开，完成了前半场的任务',
  'no-check-out': '忘记签退，同组伙伴证明全程在场',
} as const satisfies Record<HoursLine['reasonNeededFor'][number], string>

/** The host confirms what the scans propose, and says why where a reason is asked for. */
export async function complete(stage: Stage): Promise<void> {
  const asHost = await host(stage)
  const { items } = await handlers.listSessionHours(asHost, { params: params(stage), query: { limit: 100 } })
  const confirmations = items.map(({ attendanceId, proposedMinutes, reasonNeededFor: [cause] }) => ({
    attendanceId,
    minutes: proposedMinutes,
    ...(cause === undefined ? {} : { reason: reasonFor[cause] }),
  }))
  await handlers.completeHours(asHost, { params: params(stage), body: { items: confirmations } })
}

export async function issue(stage: Stage): Promise<void> {
  await handlers.issueHours(await host(stage), { params: params(stage), body: {} })
}

/** Hours of hosts are issued by the lead of the branch. */
export async function issueForHosts(stage: Stage): Promise<void> {
  await handlers.issueHours(await stage.world.cast.as(leadOf(stage.project)), { params: params(stage), body: {} })
}

/** Takes half an hour back from the first who came. */
export async function correct(stage: Stage): Promise<void> {
  const lead = await stage.world.cast.as(leadOf(stage.project))
  const { items } = await handlers.listSessionHours(await host(stage), { params: params(stage), query: { limit: 1 } })
  const [line] = items
  if (line === undefined || line.minutes === null) throw new Error('nothing to correct')
  const body = { minutes: line.minutes - 30, minutesBefore: line.minutes, reason: '本人说明中途离会半小时，据实更正' }
  await handlers.correctHours(lead, { params: { attendanceId: line.attendanceId }, body })
}
