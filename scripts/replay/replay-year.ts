import type { App } from '@yijian/api/core/app'
import { declarePersona } from '@yijian/api/people/index'
import { shanghaiInstant } from '@yijian/shared/kernel/time'
import { type Cast, type Person, createCast } from '../lib/cast.ts'
import { type ClockedApp, clockedApp } from '../lib/clocked.ts'
import { giveCredit, honourLeaders, listFunds, shop, workOff } from './after-service.ts'
import type { Description } from './description.ts'
import { found } from './found.ts'
import { inLanes } from './lanes.ts'
import { type Company, type Lane, perform } from './perform.ts'
import { type Programme, assertPublished, figuresOf, planProgramme } from './programme.ts'
import { makeStaff } from './staff.ts'

export interface Progress {
  say: (doing: string) => void
  /** One more session is done, after so many verbs in all. */
  advance: (sessions: { done: number; of: number }, verbs: number) => void
}

/**
 * Tells a whole year through the verbs people use; what is in the tables afterwards came by no other way. Gives the plan,
 * with those who may read the year back.
 */
export async function replayYear(
  loud: App,
  description: Description,
  { lanes: laneCount, progress }: { lanes: number; progress: Progress },
): Promise<Programme> {
  const app = quiet(loud)
  const startsOn = `${description.year}-01-02`
  const begins = shanghaiInstant(startsOn, '09:00')
  const { members, file } = makeStaff(description)
  const programme = planProgramme(description, members)
  assertPublished(description.published, figuresOf(programme))
  const clocked = clockedApp(app, begins)
  progress.say(`importing ${members.length} people`)
  const company: Company = {
    branchIds: await found(clocked, programme, { file, startsOn }),
    leads: programme.leads,
    hr: programme.roles.hr,
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
  await afterService(lanes, programme, { description, progress })
  clocked.setClock(shanghaiInstant(description.asOf, '23:00'))
  await declarePersonas(clocked, createCast(clocked, loggedIn), programme)
  return programme
}

/** Nobody is told today of what happened in a year that is over. */
function quiet(app: App): App {
  return { ...app, listeners: app.listeners.filter(({ name }) => !name.startsWith('notify.')) }
}

/** What the year's service leads to: credit given on, leaders, the shop. */
async function afterService(
  lanes: readonly Lane[],
  programme: Programme,
  { description: { year, asOf }, progress }: { description: Description; progress: Progress },
): Promise<void> {
  const [lane] = lanes
  if (lane === undefined) throw new Error('no lane to work in')
  progress.say(`honouring ${programme.leaders.length} leaders, handing over ${programme.shoppers.length} orders`)
  await workOff(lane, shanghaiInstant(`${year}-12-24`, '20:00'))
  await honourLeaders(lane, year, programme)
  await shop(lane, year, programme)
  if (programme.gifts.length > 0) {
    progress.say(`giving credit on in ${programme.gifts.length} donations`)
    const fundIds = await listFunds(lane, year, programme)
    const turns = programme.gifts.map((gift, turn) => ({ gift, turn }))
    await inLanes(lanes, turns, (lane, { gift, turn }) => giveCredit(lane, gift, { fundIds, year, turn }))
  }
  await workOff(lane, shanghaiInstant(asOf, '22:00'))
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
