import type { App } from '@yijian/api/core/app'
import { confirmHandOff } from '@yijian/api/people/decide-hand-off'
import { pollHandOff } from '@yijian/api/people/poll-hand-off'
import { startHandOff } from '@yijian/api/people/start-hand-off'
import { startLogin } from '@yijian/api/people/start-login'
import { login } from '@yijian/api/people/tables'
import { inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeEmployees } from '../support/people.ts'
import { race, times } from '../support/race.ts'

const CROWD = 8

let app: App
beforeAll(async () => {
  app = await testApp({ connections: 2 * CROWD })
})
afterAll(closeApps)

const anyone = () => ctxOf(app, { kind: 'anonymous' })

describe('one code on the screen of a computer', () => {
  it('is confirmed by exactly one of many phones, and fetched by exactly one of many polls', async () => {
    const people = await makeEmployees(app, CROWD)
    const phones = await Promise.all(
      people.map(async (person) => {
        const { loginId } = await startLogin(await systemCtx(app), person.id, 'wecom')
        return ctxOf(app, { ...actorOf(person), loginId })
      }),
    )
    const { code, secret } = await startHandOff(await anyone(), { browser: 'Chrome · Windows' })

    const confirmed = await race(phones.map((phone) => async () => (await confirmHandOff(phone, { code }), phone.actor)))
    expect(confirmed.won).toHaveLength(1)
    expect(confirmed.refused).toEqual(times(CROWD - 1, () => 'hand-off-used'))

    const fetched = await race(times(CROWD, () => async () => pollHandOff(await anyone(), { secret })))
    expect(fetched.won.map(({ login: got }) => got?.employeeId)).toEqual([(confirmed.won[0] as { employeeId: string }).employeeId])
    expect(fetched.refused).toEqual(times(CROWD - 1, () => 'hand-off-used'))

    // The phones' own logins, and one for the computer.
    const { db } = await systemCtx(app)
    const ids = people.map(({ id }) => id)
    expect(await db.select().from(login).where(inArray(login.employeeId, ids))).toHaveLength(CROWD + 1)
  })

  it('gives at most one login while phones confirm and polls fetch at once', async () => {
    const [person] = await makeEmployees(app, 1)
    const { loginId } = await startLogin(await systemCtx(app), person!.id, 'wecom')
    const phone = await ctxOf(app, { ...actorOf(person!), loginId })
    const { code, secret } = await startHandOff(await anyone(), { browser: 'Chrome · Windows' })
    const deeds = [
      ...times(2, () => () => confirmHandOff(phone, { code })),
      ...times(CROWD, () => async () => pollHandOff(await anyone(), { secret })),
    ]
    const first = await race<unknown>(deeds)
    const second = await race<unknown>(times(2, () => async () => pollHandOff(await anyone(), { secret })))
    const logins = [...first.won, ...second.won].filter((one) => (one as { login?: unknown }).login)
    expect(logins).toHaveLength(1)
  })
})
