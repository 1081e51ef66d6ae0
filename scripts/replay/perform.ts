import { workOnce } from '@yijian/api/core/jobs/worker'
import { handlers } from '@yijian/api/server'
import type { ScanKind } from '@yijian/shared/attendance/shapes'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Cast } from '../lib/cast.ts'
import type { ClockedApp } from '../lib/clocked.ts'
import type { PlannedProject, PlannedSession } from './programme.ts'

const DAY_MINUTES = 1440
const SECOND = 1 / 60
/** As many as the API takes in one request. */
const ISSUED_AT_ONCE = 500
const CONFIRMED_AT_ONCE = 500
/** People who scan one showing of the code, and how far apart they stand. */
const SCANS_A_CODE = 3
const SCAN_EVERY_SECONDS = 5
const CODE_EVERY_SECONDS = 15

/** One line of work through the year, with a clock and a connection of its own. */
export interface Lane {
  clocked: ClockedApp
  cast: Cast
  /** Counts what was asked of the API. */
  count: (verbs: number) => void
}

export interface Company {
  branchIds: ReadonlyMap<string, string>
  leads: ReadonlyMap<string, string>
  /** Staff number. */
  hr: string
  /** Filled as projects are published. */
  projectIds: Map<PlannedProject, string>
}

/** A session from its project's draft, or its own opening, to the hours in the ledger and what follows from them. */
export async function perform(lane: Lane, company: Company, planned: PlannedSession): Promise<void> {
  const { project, startsAt, minutes } = planned
  const endsAt = addMinutes(startsAt, minutes)
  if (planned.first) await publish(lane, company, planned)
  const sessionId = await open(lane, company, planned)
  const params = { sessionId }
  for (const [index, who] of planned.people.entries()) {
    lane.clocked.setClock(addMinutes(startsAt, -8 * DAY_MINUTES + index * 7))
    const { id } = await handlers.createSignup(await lane.cast.as(who), { params })
    if (planned.onLeave.includes(who)) await takeLeave(lane, company, { who, signupId: id, startsAt })
  }
  await scanAll(lane, planned, { sessionId, kind: 'in', from: addMinutes(startsAt, -20) })
  await scanAll(lane, planned, { sessionId, kind: 'out', from: addMinutes(endsAt, 1) })
  lane.clocked.setClock(addMinutes(endsAt, 120))
  await complete(lane, planned, sessionId)
  lane.clocked.setClock(addMinutes(endsAt, DAY_MINUTES))
  for (let waiting = planned.people.filter((who) => who !== project.host).length; waiting > 0; waiting -= ISSUED_AT_ONCE)
    await handlers.issueHours(await lane.cast.as(project.host), { params, body: {} })
  if (planned.people.includes(project.host)) await handlers.issueHours(await lane.cast.as(leadOf(company, project)), { params, body: {} })
  while ((await workOnce(lane.clocked.app)) > 0);
  lane.count(planned.people.length + 3)
}

function leadOf({ leads }: Company, { branch }: PlannedProject): string {
  const lead = leads.get(branch)
  if (lead === undefined) throw new Error(`${branch} has no lead`)
  return lead
}

async function publish(lane: Lane, company: Company, { project, startsAt }: PlannedSession): Promise<void> {
  const branchId = company.branchIds.get(project.branch)
  if (branchId === undefined) throw new Error(`no branch ${project.branch}`)
  const { title, field, city, host } = project
  lane.clocked.setClock(addMinutes(startsAt, -24 * DAY_MINUTES))
  const asHost = await lane.cast.as(host)
  const story = `${title}，欢迎第一次参加的同事：现场有主理人带队，带上一颗耐心就好。`
  const { id: projectId } = await handlers.draftProject(asHost, { body: { title, field, branchId, city, organiser: '志愿者协会', story } })
  await handlers.submitProject(asHost, { params: { projectId } })
  lane.clocked.setClock(addMinutes(startsAt, -23 * DAY_MINUTES))
  const asLead = await lane.cast.as(leadOf(company, project))
  await handlers.reviewProject(asLead, { params: { projectId }, body: { decision: 'published' } })
  company.projectIds.set(project, projectId)
  lane.count(3)
}

async function open(lane: Lane, { projectIds }: Company, { project, title, startsAt, minutes, people }: PlannedSession): Promise<string> {
  const projectId = projectIds.get(project)
  if (projectId === undefined) throw new Error(`${project.title} was not published yet`)
  lane.clocked.setClock(addMinutes(startsAt, -21 * DAY_MINUTES))
  const { id } = await handlers.openSession(await lane.cast.as(project.host), {
    params: { projectId },
    body: {
      title,
      startsAt: startsAt.toISOString(),
      endsAt: addMinutes(startsAt, minutes).toISOString(),
      timeZone: 'Asia/Shanghai',
      city: project.city,
      place: `${project.city}办公区大堂集合`,
      online: false,
      capacity: people.length,
      signupOpensAt: addMinutes(startsAt, -14 * DAY_MINUTES).toISOString(),
      signupClosesAt: startsAt.toISOString(),
      lateCancelAt: addMinutes(startsAt, -DAY_MINUTES).toISOString(),
      bring: '',
      privateDetails: '',
    },
  })
  return id
}

/** Everybody scans the code that the host's screen shows at that second. */
async function scanAll(
  lane: Lane,
  { project, people }: PlannedSession,
  { sessionId, kind, from }: { sessionId: string; kind: ScanKind; from: Date },
): Promise<void> {
  let code = ''
  for (const [index, who] of people.entries()) {
    const turn = index % SCANS_A_CODE
    const seconds = Math.floor(index / SCANS_A_CODE) * CODE_EVERY_SECONDS + turn * SCAN_EVERY_SECONDS
    lane.clocked.setClock(addMinutes(from, seconds * SECOND))
    if (turn === 0) {
      const shown = await handlers.getSessionCode(await lane.cast.as(project.host), { params: { sessionId }, query: { kind } })
      code = shown.code
    }
    await handlers.scanCode(await lane.cast.as(who), { body: { code } })
  }
  lane.count(people.length + Math.ceil(people.length / SCANS_A_CODE))
}

/** The host confirms what the scans propose, and less, with a reason, for those who served less. */
async function complete(lane: Lane, { project, shorter }: PlannedSession, sessionId: string): Promise<void> {
  const asHost = await lane.cast.as(project.host)
  const params = { sessionId }
  const less = new Map<string, number>()
  for (const [who, minutes] of shorter) less.set((await lane.cast.person(who)).employeeId, minutes)
  const confirmations: { attendanceId: string; minutes: number; reason?: string }[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof handlers.listSessionHours>> = await handlers.listSessionHours(asHost, {
      params,
      query: { limit: 100, cursor },
    })
    for (const { attendanceId, person, proposedMinutes } of page.items) {
      const minutes = less.get(person.id)
      confirmations.push(
        minutes === undefined ? { attendanceId, minutes: proposedMinutes } : { attendanceId, minutes, reason: '中途有事先离开' },
      )
    }
    cursor = page.nextCursor
    lane.count(1)
  }
  for (let from = 0; from < confirmations.length; from += CONFIRMED_AT_ONCE) {
    await handlers.completeHours(asHost, { params, body: { items: confirmations.slice(from, from + CONFIRMED_AT_ONCE) } })
    lane.count(1)
  }
}

/** Half a day of charity leave for the session, approved by HR; the day itself uses it. */
async function takeLeave(lane: Lane, { hr }: Company, leave: { who: string; signupId: string; startsAt: Date }): Promise<void> {
  const { who, signupId, startsAt } = leave
  const body = { signupId, leaveOn: shanghaiDay(startsAt), part: 'afternoon' as const }
  const { id: leaveId } = await handlers.requestLeave(await lane.cast.as(who), { body })
  await handlers.decideLeave(await lane.cast.as(hr), { params: { leaveId }, body: { decision: 'approved' } })
  lane.count(2)
}
