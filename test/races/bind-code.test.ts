import { wechatBinding } from '@yijian/api/people/tables'
import { giveBindCode } from '@yijian/api/people/give-bind-code'
import { logInByWeChat } from '@yijian/api/people/log-in-by-wechat'
import type { App } from '@yijian/api/core/app'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, testApp } from '../support/database.ts'
import { actorOf, makeEmployee, makeEmployees } from '../support/people.ts'
import { race, times } from '../support/race.ts'
import { standInPlatforms } from '../support/stand-ins.ts'

const CROWD = 10

let app: App
let outside: Awaited<ReturnType<typeof standInPlatforms>>
beforeAll(async () => {
  outside = await standInPlatforms()
  app = await testApp({ platforms: outside.platforms, connections: CROWD })
})
afterAll(async () => {
  await closeApps()
  await outside.close()
})

async function codeFor(person: { id: string }): Promise<string> {
  const hr = await ctxOf(app, actorOf(await makeEmployee(app), 'hr'))
  return (await giveBindCode(hr, person.id)).code
}

async function logIn(openid: string, bindCode: string) {
  return logInByWeChat(await ctxOf(app, { kind: 'anonymous' }), { code: outside.wechat.mintCode({ openid }), bindCode })
}

async function bindings(column: 'employeeId' | 'openid', value: string): Promise<number> {
  const ctx = await ctxOf(app, { kind: 'anonymous' })
  return (await ctx.db.select().from(wechatBinding).where(eq(wechatBinding[column], value))).length
}

describe('one binding code', () => {
  it('binds exactly one of ten WeChat accounts that type it at once', async () => {
    const person = await makeEmployee(app)
    const code = await codeFor(person)
    const { won, refused } = await race(times(CROWD, (n) => () => logIn(`o-race-${person.id}-${n}`, code)))
    expect(won).toMatchObject([{ employeeId: person.id }])
    expect(refused).toEqual(times(CROWD - 1, () => 'bind-code-invalid'))
    expect(await bindings('employeeId', person.id)).toBe(1)
  })

  it('lets one account in ten times when its phone repeats itself, and binds it once', async () => {
    const person = await makeEmployee(app)
    const code = await codeFor(person)
    const { won } = await race(times(CROWD, () => () => logIn(`o-same-${person.id}`, code)))
    expect(won.map(({ employeeId }) => employeeId)).toEqual(times(CROWD, () => person.id))
    expect(await bindings('employeeId', person.id)).toBe(1)
  })
})

describe('one WeChat account', () => {
  it('goes to exactly one of ten employees', async () => {
    const codes = await Promise.all((await makeEmployees(app, CROWD)).map(codeFor))
    const openid = `o-many-${codes[0] ?? ''}`
    const { won, refused } = await race(codes.map((code) => () => logIn(openid, code)))
    expect(won).toHaveLength(1)
    expect(refused).toEqual(times(CROWD - 1, () => 'wechat-bound-elsewhere'))
    expect(await bindings('openid', openid)).toBe(1)
  })
})
