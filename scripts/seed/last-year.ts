import { setTimeout } from 'node:timers/promises'
import { workOnce } from '@yijian/api/core/jobs/worker'
import { handlers } from '@yijian/api/server'
import { addDays, addMinutes, shanghaiClock, shanghaiInstant } from '@yijian/shared/kernel/time'
import { crews, some } from './crews.ts'
import { dayOf, sessionOn } from './past-sessions.ts'
import { type PastSession, pastSessions } from './past-timetable.ts'
import type { Moment, World } from './world.ts'

/** On the first such weekday from a day of the year on. */
type Session = Omit<PastSession, 'week'> & { fromOn: string }

/** The autumn that the first leaders were chosen for, and the weeks to the end of the year. */
const sessions: readonly Session[] = [
  {
    project: 'appTester',
    title: '购票与出行专场',
    fromOn: '10-10',
    weekday: 7,
    from: '14:00',
    minutes: 150,
    people: some(crews.testers, 4, 1),
  },
  {
    project: 'codingClass',
    title: '远程编程课 · 开学第一课',
    fromOn: '10-16',
    weekday: 6,
    from: '15:00',
    minutes: 120,
    people: some(crews.teachers, 4, 0),
  },
  {
    project: 'antiFraud',
    title: '防诈骗课堂 · 望京社区',
    fromOn: '10-23',
    weekday: 6,
    from: '10:00',
    minutes: 120,
    people: some(crews.beijing, 4, 0),
  },
  {
    project: 'appTester',
    title: '医保与健康码专场',
    fromOn: '11-07',
    weekday: 7,
    from: '14:00',
    minutes: 150,
    people: some(crews.testers, 5, 2),
  },
  {
    project: 'mangrove',
    title: '深圳湾红树林净滩 · 第 1 场',
    fromOn: '11-20',
    weekday: 6,
    from: '09:00',
    minutes: 180,
    people: some(crews.shore, 8, 0),
  },
  {
    project: 'bloodDrive',
    title: '年末献血日',
    fromOn: '12-02',
    weekday: 5,
    from: '13:00',
    minutes: 240,
    people: some(crews.donors, 5, 1),
  },
  {
    project: 'phones',
    title: '抢年货与防骗专场',
    fromOn: '12-11',
    weekday: 6,
    from: '14:00',
    minutes: 120,
    corrected: true,
    people: some(crews.shanghai, 3, 1),
  },
]

/** The year before this one: HR has its files and has not closed it yet, which is left to whoever opens the demo. */
export function lastYearOf({ now }: World): number {
  return shanghaiClock(now).year - 1
}

/** What happened last year, and the export that HR took of it and of this year. */
export function lastYear(world: World): Moment[] {
  const year = lastYearOf(world)
  const taken = shanghaiInstant(`${year + 1}-01-08`, '10:30')
  // In the first weeks of a year those before this one reach into it, and nobody is at two places on one day.
  const busy = new Set(pastSessions.map((past) => dayOf(world.now, past)))
  return [
    ...sessions
      .map((session) => ({ session, day: weekdayFrom(`${year}-${session.fromOn}`, session.weekday) }))
      .filter(({ day }) => !busy.has(day))
      .flatMap(({ session, day }) => sessionOn(world, session, day)),
    { at: taken, happens: () => takeExport(world, year) },
    { at: addMinutes(world.now, -50), happens: () => takeExport(world, year + 1) },
    // In the first days of a year HR has not come to it yet.
  ].filter(({ at }) => at < world.now)
}

function weekdayFrom(day: string, weekday: number): string {
  return addDays(day, (weekday - shanghaiClock(shanghaiInstant(day, '12:00')).weekday + 7) % 7)
}

/** Files are built beside the outbox; the story waits for them, since a clock that leaps would take the builder for dead. */
async function takeExport({ cast, clocked }: World, year: number): Promise<void> {
  const hr = await cast.as('D0015')
  const { id } = await handlers.requestExport(hr, { body: { year } })
  while ((await workOnce(clocked.app)) > 0);
  const stateNow = async () => (await handlers.listExports(hr, { query: { limit: 5 } })).items.find((one) => one.id === id)?.state
  for (let state = await stateNow(); state !== 'ready'; state = await stateNow()) {
    if (state === 'failed') throw new Error(`the export of ${year} failed`)
    await setTimeout(100)
  }
}
