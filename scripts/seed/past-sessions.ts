import { handlers } from '@yijian/api/server'
import { Problem } from '@yijian/api/core/problems'
import { addDays, addMinutes, shanghaiClock, shanghaiDay, shanghaiInstant } from '@yijian/shared/kernel/time'
import { type PastSession, pastSessions } from './past-timetable.ts'
import { type Stage, codeNow, complete, correct, issue, issueForHosts, open, scan, scanByName, signUp, stageFor } from './stage.ts'
import type { Moment, World } from './world.ts'

const DAY_MINUTES = 1440

/** All that happened so far: sign-ups, scans, confirmed and issued hours, with the small mishaps of real life. */
export function history(world: World): Moment[] {
  return pastSessions.flatMap((past) => sessionOn(world, past, dayOf(world.now, past)))
}

/** One session on its day, from the first sign-up to the hours. */
export function sessionOn(world: World, past: Omit<PastSession, 'week' | 'weekday'>, day: string): Moment[] {
  const startsAt = shanghaiInstant(day, past.from)
  const stage = stageFor(world, past.project)
  const people = [...new Set(past.people)]
  return [
    ...gathering(stage, { past, people, startsAt }),
    ...attending(stage, { past, people, startsAt }),
    ...rewarding(stage, past, startsAt),
  ]
}

/** The day of a week that lies so many weeks from this one. */
export function dayOf(now: Date, { week, weekday }: Pick<PastSession, 'week' | 'weekday'>): string {
  const today = shanghaiClock(now).weekday || 7
  return addDays(shanghaiDay(now), week * 7 + weekday - today)
}

interface Happening {
  past: Omit<PastSession, 'week' | 'weekday'>
  people: string[]
  startsAt: Date
}

function gathering(stage: Stage, { past, people, startsAt }: Happening): Moment[] {
  const plan = { title: past.title, startsAt, minutes: past.minutes, capacity: people.length + 4 }
  return [
    { at: addMinutes(startsAt, -15 * DAY_MINUTES), happens: () => open(stage, plan) },
    ...people.map((who, index) => ({ at: addMinutes(startsAt, -10 * DAY_MINUTES + index * 391), happens: () => signUp(stage, who) })),
  ]
}

/** Everybody scans in before the start and out after the end, but for the first of a session with a mishap. */
function attending(stage: Stage, { past, people, startsAt }: Happening): Moment[] {
  const endsAt = addMinutes(startsAt, past.minutes)
  return people.flatMap((who, index) => {
    const inAt = addMinutes(startsAt, -12 + index)
    const outAt = addMinutes(endsAt, 2 + index)
    const mishap = index === 0 ? past.mishap : undefined
    const arrives = { at: inAt, happens: () => scan(stage, who, 'in') }
    const leaves = { at: outAt, happens: () => scan(stage, who, 'out') }
    switch (mishap) {
      case 'phone-empty':
        return [
          { at: inAt, happens: () => scanByName(stage, who, 'in') },
          { at: outAt, happens: () => scanByName(stage, who, 'out') },
        ]
      case 'forgets-check-out':
        return [arrives]
      case 'leaves-early':
        return [arrives, { ...leaves, at: addMinutes(startsAt, past.minutes / 2) }]
      case 'stale-code':
        return [...staleScan(stage, who, inAt), leaves]
      case undefined:
        return [arrives, leaves]
    }
  })
}

/** A photo of the code, scanned two minutes later, is refused; the code on the screen is not. */
function staleScan(stage: Stage, who: string, at: Date): Moment[] {
  let photo = ''
  return [
    { at: addMinutes(at, -2), happens: async () => void (photo = await codeNow(stage, 'in')) },
    {
      at,
      happens: async () => {
        const refusal = await handlers.scanCode(await stage.world.cast.as(who), { body: { code: photo } }).catch((error: unknown) => error)
        if (!(refusal instanceof Problem && refusal.code === 'code-expired')) throw new Error('an old code was not refused')
        await scan(stage, who, 'in')
      },
    },
  ]
}

function rewarding(stage: Stage, past: Omit<PastSession, 'week' | 'weekday'>, startsAt: Date): Moment[] {
  const endsAt = addMinutes(startsAt, past.minutes)
  const steps: Moment[] = [
    { at: addMinutes(endsAt, 180), happens: () => complete(stage) },
    { at: addMinutes(endsAt, 240), happens: () => issue(stage) },
  ]
  const hosted = past.people.some((who) => stage.project.hosts.includes(who))
  if (hosted) steps.push({ at: addMinutes(endsAt, 300), happens: () => issueForHosts(stage) })
  if (past.corrected === true) steps.push({ at: addMinutes(endsAt, DAY_MINUTES), happens: () => correct(stage) })
  return steps.slice(0, past.doneSteps)
}
