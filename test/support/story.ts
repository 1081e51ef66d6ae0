import type { App } from '@yijian/api/core/app'
import { workOnce } from '@yijian/api/core/jobs/worker'
import { listeners } from '@yijian/api/listeners'
import { addMinutes } from '@yijian/shared/kernel/time'
import type { Branch } from '@yijian/shared/people/shapes'
import { type ClockedApp, clockedApp } from '../../scripts/lib/clocked.ts'
import { startApi } from './api.ts'
import { testApp } from './database.ts'
import { type RoleOf, grantRoleTo, makeBranch, makeEmployee } from './people.ts'

export interface Person {
  id: string
  name: string
}

/** A story told over HTTP, on a database clock that the story moves. */
export interface Story {
  app: App
  branch: Branch
  /** The lead of the branch. */
  lead: Person
  person: (name: string, role?: RoleOf) => Promise<Person>
  /** The person's client, logged in at this moment: a login does not outlive a leap in time. */
  as: Awaited<ReturnType<typeof startApi>>['as']
  at: (instant: Date) => void
  /** Minutes after the beginning of the story. */
  minute: (minutes: number) => Date
  /** Does what the outbox holds. */
  work: () => Promise<void>
  close: () => Promise<void>
}

/** It begins on a Friday at nine in Shanghai. */
const BEGINS = new Date('2026-10-09T01:00:00.000Z')

export async function openStory(): Promise<Story> {
  const { app, setClock }: ClockedApp = clockedApp(await testApp({ listeners }), BEGINS)
  const api = await startApi(app)
  const branch = await makeBranch(app)
  const person = async (name: string, role?: RoleOf): Promise<Person> => {
    const { id } = await makeEmployee(app, { name, branches: [branch] })
    if (role !== undefined) await grantRoleTo(app, { id }, role)
    return { id, name }
  }
  return {
    app,
    branch,
    lead: await person('林负责人', { leads: branch }),
    person,
    as: api.as,
    at: setClock,
    minute: (minutes) => addMinutes(BEGINS, minutes),
    work: async () => {
      while ((await workOnce(app)) > 0);
    },
    close: api.close,
  }
}

const DAY = 1440

/** A published project of the host; its session begins two days into the story and lasts three hours. */
export async function openWithSession(story: Story, host: Person, capacity: number | null = null) {
  const { branch, lead, minute } = story
  const asHost = await story.as(host)
  const tale = '每月一次，沿深圳湾步道清理海漂垃圾。'
  const draft = {
    title: '深圳湾红树林净滩',
    field: 'environment' as const,
    branchId: branch.id,
    city: '深圳',
    story: tale,
    organiser: '志愿者协会',
  }
  const project = await asHost.draftProject({ body: draft })
  const params = { projectId: project.id }
  await asHost.submitProject({ params })
  await (await story.as(lead)).reviewProject({ params, body: { decision: 'published' } })
  const session = await asHost.openSession({ params, body: sessionDraft(minute(2 * DAY), minute(0), capacity) })
  return { projectId: project.id, sessionId: session.id, startsAt: minute(2 * DAY), endsAt: minute(2 * DAY + 180) }
}

export function sessionDraft(startsAt: Date, signupOpensAt: Date, capacity: number | null) {
  return {
    title: '深圳湾红树林净滩 · 第 12 场',
    startsAt: startsAt.toISOString(),
    endsAt: addMinutes(startsAt, 180).toISOString(),
    timeZone: 'Asia/Shanghai',
    city: '深圳',
    place: '深圳湾公园 B 口集合',
    online: false,
    capacity,
    signupOpensAt: signupOpensAt.toISOString(),
    signupClosesAt: startsAt.toISOString(),
    lateCancelAt: addMinutes(startsAt, -DAY).toISOString(),
    bring: '长裤、防滑鞋、自带水杯。',
    privateDetails: '集合微信群：见现场海报',
  }
}

/** The person scans what the host's screen shows at that moment. */
export async function scanAt(
  story: Story,
  { at, host, who, kind }: { at: Date; host: Person; who: Person; kind: 'in' | 'out' },
  sessionId: string,
) {
  story.at(at)
  const { code } = await (await story.as(host)).getSessionCode({ params: { sessionId }, query: { kind } })
  return (await story.as(who)).scanCode({ body: { code } })
}

/** Everybody is there from start to end, and the host confirms and issues what the scans propose. */
export async function serve(
  story: Story,
  { host, people, session }: { host: Person; people: Person[]; session: { sessionId: string; startsAt: Date; endsAt: Date } },
) {
  const { sessionId, startsAt, endsAt } = session
  for (const who of people) await scanAt(story, { at: addMinutes(startsAt, -5), host, who, kind: 'in' }, sessionId)
  for (const who of people) await scanAt(story, { at: addMinutes(endsAt, 5), host, who, kind: 'out' }, sessionId)
  story.at(addMinutes(endsAt, 30))
  const asHost = await story.as(host)
  const params = { sessionId }
  const { items } = await asHost.listSessionHours({ params, query: {} })
  const confirmations = items.map(({ attendanceId, proposedMinutes }) => ({ attendanceId, minutes: proposedMinutes }))
  await asHost.completeHours({ params, body: { items: confirmations } })
  return asHost.issueHours({ params, body: {} })
}
