import type { MyPointTask } from '@yijian/shared/points/shapes'
import { hours } from '@/lib/format'
import type { pointsText } from './text'

type Words = (typeof pointsText)['zh']

/** How far a task is, and how much of it is done, 0 to 1. */
export function taskProgress({ task, have, times, timesToday }: MyPointTask, t: Words): { words: string; share: number } {
  if (task.kind === 'daily') {
    const today = t.todayOf(Math.min(timesToday, task.timesADay), task.timesADay)
    const all = task.timesInAll === null ? t.timesSoFar(times) : t.inAll(times, task.timesInAll)
    return { words: times === 0 ? today : `${today} · ${all}`, share: timesToday / task.timesADay }
  }
  const reached = times > 0 ? task.need : Math.min(have, task.need)
  const words = task.fact === 'minutes-served' ? t.hours(hours(reached), hours(task.need)) : t.times(reached, task.need)
  return { words, share: reached / task.need }
}
