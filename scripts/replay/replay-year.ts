import type { App } from '@yijian/api/core/app'
import { declarePersona } from '@yijian/api/people/index'
import { shanghaiInstant } from '@yijian/shared/kernel/time'
import { type Cast, type Person, createCast } from '../lib/cast.ts'
import { type ClockedApp, clockedApp } from '../lib/clocked.ts'
import type { Description } from './description.ts'
import { found } from './found.ts'
import { inLanes } from './lanes.ts'
import { type Company, type Lane, perform } from './perform.ts'
import { type Programme, planProgramme } from './programme.ts'
import { makeStaff } from './staff.ts'

export interface Progress {
  say: (doing: string) => void
  /** One more session is done, after so many verbs in all. */
  advance: (sessions: { done: number; of: number }, verbs: number) => void
}

/**
 * Tells a whole year through the verbs people use; what is in the tables afterwards came by no other way. Gives the
 * auditor who may read it back.
 */
export async function replayYear(
  app: App,
  description: Description,
  { lanes: laneCount, progress }: { lanes: number; progress: Progress },
): Promise<{ auditor: string }> {
  const startsOn = `${description.year}-01-02`
  const begins = shanghaiInstant(startsOn, '09:00')
  const { members, file } = makeStaff(description)
  const programme = planProgramme(description, members)
  const clocked = clockedApp(app, begins)
  progress.say(`importing ${members.length} people`)
  const company: Company = {
    branchIds: await found(clocked, programme, { file, startsOn }),
    leads: programme.leads,
    projectIds: new Map(),
  }
  progress.say(`working through ${programme.sessions.length} sessions in ${laneCount} lanes`)
  let verbs = 0
  let done = 0
  const loggedIn = new Map<string, Person>()
  const lanes = Array.from({ length: laneCount }, (): Lane => {
    const own = clockedApp(app, begins)
    return { clocked: own, cast: createCast(own, loggedIn), count: (more) => void (verbs += more) }
  })
  // A second session waits until every first one has brought its project into being.
  for (const first of [true, false]) {
    const sessions = programme.sessions.filter((session) => session.first === first)
    await inLanes(lanes, sessions, async (lane, session) => {
      await perform(lane, company, session)
      progress.advance({ done: ++done, of: programme.sessions.length }, verbs)
    })
  }
  clocked.setClock(shanghaiInstant(description.asOf, '23:00'))
  await declarePersonas(clocked, createCast(clocked, loggedIn), programme)
  return { auditor: programme.roles.auditor }
}

/** A few people to log in as, for a look at the year in the app. */
async function declarePersonas(clocked: ClockedApp, cast: Cast, { sessions, leads, roles }: Programme): Promise<void> {
  const [session] = sessions
  const [lead] = leads.values()
  const parts = [
    { who: session?.people.at(-1), part: { zh: '员工', en: 'Employee' } },
    { who: session?.project.host, part: { zh: '主理人', en: 'Host' } },
    { who: lead, part: { zh: '分会负责人', en: 'Branch lead' } },
    { who: roles.operator, part: { zh: '运营', en: 'Operator' } },
    { who: roles.hr, part: { zh: 'HR', en: 'HR' } },
    { who: roles.auditor, part: { zh: '审计', en: 'Auditor' } },
  ]
  for (const [position, { who, part }] of parts.entries()) {
    if (who === undefined) continue
    const { employeeId } = await cast.person(who)
    await declarePersona(clocked.as({ kind: 'system', job: 'replay' }), { employeeId, part, position })
  }
}
