import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { standInPlatforms } from '../../../../test/support/stand-ins.ts'
import type { App } from '../core/app.ts'
import { authenticate } from './authenticate.ts'
import { giveBindCode } from './give-bind-code.ts'
import { logInByWeChat } from './log-in-by-wechat.ts'
import { bindCode, employee } from './tables.ts'

let app: App
let outside: Awaited<ReturnType<typeof standInPlatforms>>
beforeAll(async () => {
  outside = await standInPlatforms()
  app = await testApp({ platforms: outside.platforms })
})
afterAll(async () => {
  await closeApps()
  await outside.close()
})

let people = 0
const someOpenid = () => `o-${process.pid}-${(people += 1)}`

async function codeFor(person: { id: string }): Promise<string> {
  const hr = await ctxOf(app, actorOf(await makeEmployee(app), 'hr'))
  return (await giveBindCode(hr, person.id)).code
}

async function logIn(openid: string, bindCode?: string) {
  return logInByWeChat(await ctxOf(app, { kind: 'anonymous' }), { code: outside.wechat.mintCode({ openid }), bindCode })
}

describe('logInByWeChat', () => {
  it('binds the first time by a code of HR, and needs none afterwards', async () => {
    const person = await makeEmployee(app)
    const openid = someOpenid()
    await expect(logIn(openid)).rejects.toMatchObject({ code: 'wechat-not-bound' })
    const first = await logIn(openid, await codeFor(person))
    const second = await logIn(openid)
    expect([first.employeeId, second.employeeId]).toEqual([person.id, person.id])
    expect((await authenticate(app, second.accessToken))?.actor).toMatchObject({ employeeId: person.id })
    const ctx = await ctxOf(app, { kind: 'anonymous' })
    expect((await tracesOf(ctx, person.id)).map(({ action }) => action)).toEqual(['bind-code.given', 'wechat.bound'])
    expect(await tracesOf(ctx, first.loginId)).toMatchObject([{ action: 'login.started', detail: { means: 'wechat' } }])
  })

  it('reads a code as people type it', async () => {
    const code = await codeFor(await makeEmployee(app))
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`
    await expect(logIn(someOpenid(), typed)).resolves.toMatchObject({ accessToken: expect.any(String) })
  })

  it('logs in again when the answer was lost and the same person types the code once more', async () => {
    const person = await makeEmployee(app)
    const openid = someOpenid()
    const code = await codeFor(person)
    await logIn(openid, code)
    expect((await logIn(openid, code)).employeeId).toBe(person.id)
  })

  it('refuses a code that is wrong, used by somebody else, or too old', async () => {
    await expect(logIn(someOpenid(), 'WRNGC0DE')).rejects.toMatchObject({ code: 'bind-code-invalid' })
    const used = await codeFor(await makeEmployee(app))
    await logIn(someOpenid(), used)
    await expect(logIn(someOpenid(), used)).rejects.toMatchObject({ code: 'bind-code-invalid' })
    const person = await makeEmployee(app)
    const old = await codeFor(person)
    const ctx = await ctxOf(app, { kind: 'anonymous' })
    await ctx.db.update(bindCode).set({ expiresAt: ctx.now }).where(eq(bindCode.employeeId, person.id))
    await expect(logIn(someOpenid(), old)).rejects.toMatchObject({ code: 'bind-code-invalid' })
  })

  it('refuses a second employee for one WeChat account, and keeps the code open', async () => {
    const openid = someOpenid()
    await logIn(openid, await codeFor(await makeEmployee(app)))
    const other = await makeEmployee(app)
    const code = await codeFor(other)
    await expect(logIn(openid, code)).rejects.toMatchObject({ code: 'wechat-bound-elsewhere' })
    expect((await logIn(someOpenid(), code)).employeeId).toBe(other.id)
  })

  it('refuses a second WeChat account for one employee', async () => {
    const person = await makeEmployee(app)
    const code = await codeFor(person)
    await logIn(someOpenid(), code)
    const ctx = await ctxOf(app, { kind: 'anonymous' })
    // A code that was given before the binding and never ended: the keys refuse it all the same.
    await ctx.db.update(bindCode).set({ usedAt: null }).where(eq(bindCode.employeeId, person.id))
    await expect(logIn(someOpenid(), code)).rejects.toMatchObject({ code: 'wechat-bound-elsewhere' })
  })

  it('refuses who has left, before and after the binding', async () => {
    const person = await makeEmployee(app)
    const openid = someOpenid()
    const code = await codeFor(person)
    const ctx = await ctxOf(app, { kind: 'anonymous' })
    const leaveOn = (leftOn: string | null) => ctx.db.update(employee).set({ leftOn }).where(eq(employee.id, person.id))
    await leaveOn(addDays(shanghaiDay(ctx.now), -1))
    await expect(logIn(openid, code)).rejects.toMatchObject({ code: 'employee-left' })
    await leaveOn(null)
    await logIn(openid, code)
    await leaveOn(addDays(shanghaiDay(ctx.now), -1))
    await expect(logIn(openid)).rejects.toMatchObject({ code: 'employee-left' })
  })

  it('refuses a login code the second time', async () => {
    const code = outside.wechat.mintCode({ openid: someOpenid() })
    const attempt = async () => logInByWeChat(await ctxOf(app, { kind: 'anonymous' }), { code })
    await expect(attempt()).rejects.toMatchObject({ code: 'wechat-not-bound' })
    await expect(attempt()).rejects.toMatchObject({ code: 'login-code-invalid', data: { platform: 'wechat' } })
  })
})
