import type { MyPointTask } from '@yijian/shared/points/shapes'
import { describe, expect, it } from 'vitest'
import { taskProgress } from './task-words'
import { pointsText } from './text'

const task: MyPointTask['task'] = {
  id: 'ptk_0d3k9x2m4q7rt',
  title: '签到',
  fact: 'checked-in',
  kind: 'daily',
  need: 1,
  points: 5,
  timesADay: 2,
  timesInAll: 30,
  fromOn: '2026-11-01',
  untilOn: null,
  endedOn: null,
}
const mine: MyPointTask = { task, state: 'open', have: 0, times: 0, timesToday: 0, pointsEarned: 0 }

describe('taskProgress', () => {
  it('counts today and in all for a daily task', () => {
    expect(taskProgress(mine, pointsText.zh)).toEqual({ words: '今日 0/2', share: 0 })
    expect(taskProgress({ ...mine, times: 7, timesToday: 1 }, pointsText.zh)).toEqual({ words: '今日 1/2 · 累计 7/30 次', share: 0.5 })
    const free = { ...task, timesInAll: null }
    expect(taskProgress({ ...mine, task: free, times: 7, timesToday: 2 }, pointsText.en).words).toBe('2/2 today · 7 in all')
  })

  it('speaks of hours where minutes are needed, and never of more than is needed', () => {
    const milestone = { ...task, kind: 'milestone' as const, fact: 'minutes-served' as const, need: 600 }
    expect(taskProgress({ ...mine, task: milestone, have: 390 }, pointsText.zh)).toEqual({ words: '6.5/10 小时', share: 0.65 })
    expect(taskProgress({ ...mine, task: milestone, have: 900, times: 1 }, pointsText.zh)).toEqual({ words: '10/10 小时', share: 1 })
  })
})
