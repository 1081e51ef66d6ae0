import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, testApp } from '../../../../test/support/database.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
import { standInPlatforms } from '../../../../test/support/stand-ins.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { authenticate } from './authenticate.ts'
import { logInByWeCom } from './log-in-by-wecom.ts'

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

const anonymous = (of: App = app): Promise<Ctx> => ctxOf(of, { kind: 'anonymous' })

describe('logInByWeCom', () => {
  it('starts a login for the member, whatever the writing of the user id, and leaves a trace', async () => {
    const person = await makeEmployee(app, { wecomUserId: 'chenxiaohe-1' })
    const ctx = await anonymous()
    const issued = await logInByWeCom(ctx, { code: outside.wecom.mintCode({ userid: 'ChenXiaohe-1' }) })
    expect(issued.employeeId).toBe(person.id)
    expect((await authenticate(app, issued.accessToken))?.actor).toMatchObject({ employeeId: person.id, roles: [] })
    expect(await tracesOf(ctx, issued.loginId)).toEqual([
      { action: 'login.started', actorId: null, detail: { employeeId: person.id, means: 'wecom' } },
    ])
  })

  it('gives 15 minutes to the access token and 30 days to the refresh token', async () => {
    const { wecomUserId } = await makeEmployee(app)
    const ctx = await anonymous()
    const issued = await logInByWeCom(ctx, { code: outside.wecom.mintCode({ userid: wecomUserId }) })
    const minutes = (at: Date) => Math.round((at.getTime() - ctx.now.getTime()) / 60_000)
    expect(minutes(issued.accessExpiresAt)).toBe(15)
    expect(minutes(issued.refreshExpiresAt)).toBe(30 * 24 * 60)
  })

  it('refuses a code the second time', async () => {
    const { wecomUserId } = await makeEmployee(app)
    const code = outside.wecom.mintCode({ userid: wecomUserId })
    await logInByWeCom(await anonymous(), { code })
    await expect(logInByWeCom(await anonymous(), { code })).rejects.toMatchObject({
      code: 'login-code-invalid',
      data: { platform: 'wecom' },
    })
  })

  it('refuses a member the HR file has not named, and one of another company', async () => {
    const { wecomUserId } = await makeEmployee(app)
    const stranger = outside.wecom.mintCode({ userid: 'nobody' })
    await expect(logInByWeCom(await anonymous(), { code: stranger })).rejects.toMatchObject({ code: 'employee-unknown' })
    const foreign = outside.wecom.mintCode({ userid: wecomUserId, corpid: 'ww0000000000000002' })
    await expect(logInByWeCom(await anonymous(), { code: foreign })).rejects.toMatchObject({ code: 'employee-unknown' })
  })

  it('refuses who has left and who begins tomorrow', async () => {
    const today = shanghaiDay((await anonymous()).now)
    const gone = await makeEmployee(app, { leftOn: addDays(today, -1) })
    const coming = await makeEmployee(app, { hiredOn: addDays(today, 1) })
    const codeOf = ({ wecomUserId }: { wecomUserId: string }) => ({ code: outside.wecom.mintCode({ userid: wecomUserId }) })
    await expect(logInByWeCom(await anonymous(), codeOf(gone))).rejects.toMatchObject({
      code: 'employee-left',
      data: { leftOn: gone.leftOn },
    })
    await expect(logInByWeCom(await anonymous(), codeOf(coming))).rejects.toMatchObject({ code: 'employee-unknown' })
  })

  it('is unavailable where WeCom is not set up', async () => {
    const bare = await testApp()
    await expect(logInByWeCom(await anonymous(bare), { code: 'x' })).rejects.toMatchObject({ code: 'platform-unavailable' })
  })
})
