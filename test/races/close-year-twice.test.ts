import type { App } from '@yijian/api/core/app'
import { closeYear } from '@yijian/api/stats/close-year'
import { listYearClosings } from '@yijian/api/stats/list-year-closings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, testApp } from '../support/database.ts'
import { actorOf, makeEmployee } from '../support/people.ts'
import { race, times } from '../support/race.ts'
import { exported, servedOn } from '../support/stats.ts'

const CROWD = 5

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'close_race', connections: CROWD })
})
afterAll(closeApps)

describe('a year that several close at once', () => {
  it('is closed by one of them, and the others are told', async () => {
    const hr = await makeEmployee(app)
    await servedOn(app, new Date('2025-03-14T06:00:00.000Z'), 3)
    await exported(app, hr, { year: 2025 })
    const { won, refused } = await race(times(CROWD, () => async () => closeYear(await ctxOf(app, actorOf(hr, 'hr')), { year: 2025 })))
    expect(won).toMatchObject([{ year: 2025, closedBy: { id: hr.id } }])
    expect(refused).toEqual(times(CROWD - 1, () => 'year-closed'))
    expect((await listYearClosings(await ctxOf(app, actorOf(hr, 'hr')), { limit: 20 })).items).toEqual(won)
  })
})
