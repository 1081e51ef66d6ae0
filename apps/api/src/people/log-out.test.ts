import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import { inTransaction } from '../core/context.ts'
import { authenticate } from './authenticate.ts'
import { logOut, logOutEverywhere } from './log-out.ts'
import { startLogin } from './start-login.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

async function logIn(person: { id: string }) {
  const ctx = await systemCtx(app)
  const issued = await inTransaction(ctx, (ctx) => startLogin(ctx, person.id, 'demo'))
  return { ...issued, ctx: await ctxOf(app, { ...actorOf(person), loginId: issued.loginId }) }
}

describe('logOut', () => {
  it('ends this login only, and leaves a trace', async () => {
    const person = await makeEmployee(app)
    const [phone, desk] = [await logIn(person), await logIn(person)]
    expect(await logOut(phone.ctx)).toEqual({ ended: 1 })
    expect(await authenticate(app, phone.accessToken)).toBeNull()
    expect(await authenticate(app, desk.accessToken)).not.toBeNull()
    expect(await tracesOf(phone.ctx, phone.loginId)).toMatchObject([{ action: 'login.ended', actorId: person.id }])
  })

  it('ends nothing the second time', async () => {
    const { ctx } = await logIn(await makeEmployee(app))
    await logOut(ctx)
    expect(await logOut(ctx)).toEqual({ ended: 0 })
  })

  it('refuses who is not logged in', async () => {
    await expect(logOut(await ctxOf(app, { kind: 'anonymous' }))).rejects.toMatchObject({ code: 'login-required' })
  })
})

describe('logOutEverywhere', () => {
  it('ends every login of the person and of nobody else', async () => {
    const person = await makeEmployee(app)
    const [phone, desk, other] = [await logIn(person), await logIn(person), await logIn(await makeEmployee(app))]
    expect(await logOutEverywhere(phone.ctx)).toEqual({ ended: 2 })
    expect(await authenticate(app, desk.accessToken)).toBeNull()
    expect(await authenticate(app, other.accessToken)).not.toBeNull()
    expect(await tracesOf(phone.ctx, person.id)).toMatchObject([{ action: 'login.ended', detail: { logins: 2 } }])
  })

  it('refuses who is not logged in', async () => {
    await expect(logOutEverywhere(await ctxOf(app, { kind: 'anonymous' }))).rejects.toMatchObject({ code: 'login-required' })
  })
})
