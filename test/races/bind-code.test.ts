import { wechatBinding } from '@yijian/api/people/tables'
import { giveBindCode } from '@yijian/api/people/give-bind-code'
import { logInByWeChat } from '@yijian/api/people/log-in-by-wechat'
import type { App } from '@yijian/api/core/app'
import { Problem } from '@yijian/api/core/problems'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, testApp } from '../support/database.ts'
import { actorOf, makeEmployee } from '../support/people.ts'
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

async function logIn(openid: string, bindCode: string): Promise<string> {
  const ctx = await ctxOf(app, { kind: 'anonymous' })
  return logInByWeChat(ctx, { code: outside.wechat.mintCode({ openid }), bindCode }).then(
    (issued) => issued.employeeId,
    (error: unknown) => (error instanceof Problem ? error.code : Promise.reject(error)),
  )
}

const times = <T>(count: number, each: (n: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, n) => each(n)))

describe('one binding code', () => {
  it('binds exactly one of ten WeChat accounts that type it at once', async () => {
    const person = await makeEmployee(app)
    const code = await codeFor(person)
    const outcomes = await times(CROWD, (n) => logIn(`o-race-${person.id}-${n}`, code))
    expect(outcomes.filter((outcome) => outcome === person.id)).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'bind-code-invalid')).toHaveLength(CROWD - 1)
    const ctx = await ctxOf(app, { kind: 'anonymous' })
    expect(await ctx.db.select().from(wechatBinding).where(eq(wechatBinding.employeeId, person.id))).toHaveLength(1)
  })

  it('lets one account in ten times when its phone repeats itself, and binds it once', async () => {
    const person = await makeEmployee(app)
    const code = await codeFor(person)
    const outcomes = await times(CROWD, () => logIn(`o-same-${person.id}`, code))
    expect(new Set(outcomes)).toEqual(new Set([person.id]))
    const ctx = await ctxOf(app, { kind: 'anonymous' })
    expect(await ctx.db.select().from(wechatBinding).where(eq(wechatBinding.employeeId, person.id))).toHaveLength(1)
  })

  it('gives one WeChat account to exactly one of ten employees', async () => {
    const people = await times(CROWD, () => makeEmployee(app))
    const codes = await Promise.all(people.map(codeFor))
    const openid = `o-many-${people[0]?.id ?? ''}`
    const outcomes = await times(CROWD, (n) => logIn(openid, codes[n] ?? ''))
    expect(outcomes.filter((outcome) => outcome === 'wechat-bound-elsewhere')).toHaveLength(CROWD - 1)
    const ctx = await ctxOf(app, { kind: 'anonymous' })
    expect(await ctx.db.select().from(wechatBinding).where(eq(wechatBinding.openid, openid))).toHaveLength(1)
  })
})
