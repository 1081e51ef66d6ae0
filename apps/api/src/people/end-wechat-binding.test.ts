import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { standInPlatforms } from '../../../../test/support/stand-ins.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { authenticate } from './authenticate.ts'
import { endWeChatBinding } from './end-wechat-binding.ts'
import { giveBindCode } from './give-bind-code.ts'
import { logInByWeChat } from './log-in-by-wechat.ts'
import { logInByWeCom } from './log-in-by-wecom.ts'

let app: App
let hr: Ctx
let outside: Awaited<ReturnType<typeof standInPlatforms>>
beforeAll(async () => {
  outside = await standInPlatforms()
  app = await testApp({ platforms: outside.platforms })
  hr = await ctxOf(app, actorOf(await makeEmployee(app), 'hr'))
})
afterAll(async () => {
  await closeApps()
  await outside.close()
})

async function logIn(openid: string, bindCode?: string) {
  return logInByWeChat(await ctxOf(app, { kind: 'anonymous' }), { code: outside.wechat.mintCode({ openid }), bindCode })
}

describe('endWeChatBinding', () => {
  it('ends the logins by WeChat, keeps those by WeCom, and lets another WeChat account take the place', async () => {
    const person = await makeEmployee(app)
    const [lost, next] = [`o-lost-${person.id}`, `o-next-${person.id}`]
    const byWeChat = await logIn(lost, (await giveBindCode(hr, person.id)).code)
    const byWeCom = await logInByWeCom(await ctxOf(app, { kind: 'anonymous' }), {
      code: outside.wecom.mintCode({ userid: person.wecomUserId }),
    })
    expect(await endWeChatBinding(hr, person.id)).toEqual({ ended: 1 })
    expect(await authenticate(app, byWeChat.accessToken)).toBeNull()
    expect(await authenticate(app, byWeCom.accessToken)).not.toBeNull()
    await expect(logIn(lost)).rejects.toMatchObject({ code: 'wechat-not-bound' })
    expect((await logIn(next, (await giveBindCode(hr, person.id)).code)).employeeId).toBe(person.id)
    expect((await tracesOf(hr, person.id)).map(({ action }) => action)).toEqual([
      'bind-code.given',
      'wechat.bound',
      'wechat.unbound',
      'bind-code.given',
      'wechat.bound',
    ])
  })

  it('lets the same WeChat account bind again, any number of times', async () => {
    const person = await makeEmployee(app)
    for (let times = 0; times < 3; times++) {
      expect((await logIn(`o-same-${person.id}`, (await giveBindCode(hr, person.id)).code)).employeeId).toBe(person.id)
      expect(await endWeChatBinding(hr, person.id)).toEqual({ ended: 1 })
    }
  })

  it('ends codes that are still open, and does no harm where nothing is bound', async () => {
    const person = await makeEmployee(app)
    const { code } = await giveBindCode(hr, person.id)
    expect(await endWeChatBinding(hr, person.id)).toEqual({ ended: 0 })
    await expect(logIn(`o-late-${person.id}`, code)).rejects.toMatchObject({ code: 'bind-code-invalid' })
  })

  it('refuses the wrong role', async () => {
    const person = await makeEmployee(app)
    const operator = await ctxOf(app, actorOf(person, 'operator'))
    await expect(endWeChatBinding(operator, person.id)).rejects.toMatchObject({ code: 'role-required' })
  })
})
