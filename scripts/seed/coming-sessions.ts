import { handlers } from '@yijian/api/server'
import { addDays, addMinutes, shanghaiClock, shanghaiDay, shanghaiInstant } from '@yijian/shared/kernel/time'
import { type ComingSession, comingSessions, running } from './coming-timetable.ts'
import { open, scan, signUp, stageFor } from './stage.ts'
import type { Moment, World } from './world.ts'

const DAY_MINUTES = 1440
const RUNNING_SINCE_MINUTES = 40
const RUNNING_MINUTES = 150

/** What lies ahead, with who has signed up so far. */
export function comingUp(world: World): Moment[] {
  return comingSessions.flatMap((coming) => {
    const stage = stageFor(world, coming.project)
    const startsAt = shanghaiInstant(dayOf(world.now, coming), coming.from)
    const lastWeek = addMinutes(world.now, -7 * DAY_MINUTES)
    const signups = new Map<string, string>()
    const people = coming.people.filter((who, index) => coming.people.indexOf(who) === index)
    const moments: Moment[] = [
      { at: lastWeek, happens: () => open(stage, { ...coming, startsAt }) },
      ...people.map((who, index) => ({
        at: addMinutes(lastWeek, DAY_MINUTES + index * 331),
        happens: async () => signups.set(who, await signUp(stage, who)),
      })),
    ]
    const { givesUp, cancelledFor } = coming
    if (givesUp !== undefined) {
      const giveUp = async () => handlers.cancelSignup(await world.cast.as(givesUp), { params: { signupId: signups.get(givesUp) ?? '' } })
      moments.push({ at: addMinutes(world.now, -180), happens: giveUp })
    }
    if (cancelledFor !== undefined) {
      const cancel = async () =>
        handlers.cancelSession(await world.cast.as(stage.project.hosts[0]), {
          params: { sessionId: stage.sessionId },
          body: { reason: cancelledFor },
        })
      moments.push({ at: addMinutes(world.now, -120), happens: cancel })
    }
    return moments
  })
}

function dayOf(now: Date, { inDays, weekday }: ComingSession): string {
  const day = addDays(shanghaiDay(now), inDays)
  if (weekday === undefined) return day
  const today = shanghaiClock(now).weekday
  return addDays(day, (weekday - today - inDays + 70) % 7)
}

/** A session whose people are arriving at this moment: the host's screen and the scanner can be tried at once. */
export function runningNow(world: World): Moment[] {
  const stage = stageFor(world, running.project)
  const startsAt = onTheTenth(addMinutes(world.now, -RUNNING_SINCE_MINUTES))
  const people = [...running.arrived, ...running.expected]
  return [
    { at: addMinutes(startsAt, -10 * DAY_MINUTES), happens: () => open(stage, { ...running, startsAt, minutes: RUNNING_MINUTES }) },
    ...people.map((who, index) => ({ at: addMinutes(startsAt, -5 * DAY_MINUTES + index * 331), happens: () => signUp(stage, who) })),
    ...running.arrived.map((who, index) => ({ at: addMinutes(startsAt, -12 + index * 3), happens: () => scan(stage, who, 'in') })),
  ]
}

/** Ten minutes are the finest a host would write on a poster. */
function onTheTenth(at: Date): Date {
  const ms = 10 * 60_000
  return new Date(Math.floor(at.getTime() / ms) * ms)
}
