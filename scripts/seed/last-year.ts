import { setTimeout } from 'node:timers/promises'
import { workOnce } from '@yijian/api/core/jobs/worker'
import { handlers } from '@yijian/api/server'
import { addMinutes, shanghaiClock, shanghaiInstant } from '@yijian/shared/kernel/time'
import { crews, some } from './crews.ts'
import { sessionOn } from './past-sessions.ts'
import type { PastSession } from './past-timetable.ts'
import type { Moment, World } from './world.ts'

type Session = Omit<PastSession, 'week' | 'weekday'> & { monthDay: string }

/** The autumn that the first leaders were chosen for. */
const sessions: readonly Session[] = [
  { project: 'appTester', title: '购票与出行专场', monthDay: '10-12', from: '14:00', minutes: 150, people: some(crews.testers, 4, 1) },
  {
    project: 'codingClass',
    title: '远程编程课 · 开学第一课',
    monthDay: '10-18',
    from: '15:00',
    minutes: 120,
    people: some(crews.teachers, 4, 0),
  },
  {
    project: 'antiFraud',
    title: '防诈骗课堂 · 望京社区',
    monthDay: '10-25',
    from: '10:00',
    minutes: 120,
    people: some(crews.beijing, 4, 0),
  },
  { project: 'appTester', title: '医保与健康码专场', monthDay: '11-09', from: '14:00', minutes: 150, people: some(crews.testers, 5, 2) },
]

/** The year before this one, of which HR has the files. */
export function lastYearOf({ now }: World): number {
  return shanghaiClock(now).year - 1
}

/** What happened last year, and the export that HR took of it and of this year. */
export function lastYear(world: World): Moment[] {
  const year = lastYearOf(world)
  const taken = shanghaiInstant(`${year + 1}-01-08`, '10:30')
  return [
    ...sessions.flatMap(({ monthDay, ...session }) => sessionOn(world, session, `${year}-${monthDay}`)),
    { at: taken, happens: () => takeExport(world, year) },
    { at: addMinutes(world.now, -50), happens: () => takeExport(world, year + 1) },
    // In the first days of a year HR has not come to it yet.
  ].filter(({ at }) => at < world.now)
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
