import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelHandOff, confirmHandOff, viewHandOff } from './decide-hand-off.ts'
import { findBySecret } from './hand-off-repo.ts'
import { logOutEverywhere } from './log-out.ts'
import { pollHandOff } from './poll-hand-off.ts'
import { setLeftOn } from './repo.ts'
import { startHandOff } from './start-hand-off.ts'
import { startLogin } from './start-login.ts'
import { hashToken } from './tokens.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

/** A computer that asks and a person with a phone. */
async function scene(ctx: Ctx) {
  const person = await makeEmployee(ctx)
  const { loginId } = await startLogin(ctx, person.id, 'wechat')
  const phone: Ctx = { ...ctx, actor: { ...actorOf(person), loginId } }
  const asked = await startHandOff(ctx, { browser: 'Chrome · Windows' })
  const { code, secret } = asked
  const later = (minutes: number, who: Ctx = ctx): Ctx => ({ ...who, now: addMinutes(ctx.now, minutes) })
  return { ctx, person, phone, asked, code: { code }, secret: { secret }, later }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) => () =>
  rolledBack(app, { kind: 'anonymous' }, async (ctx) => test(await scene(ctx)))
const gone = { code: 'hand-off-gone' }
const used = { code: 'hand-off-used' }

describe('a login handed from a phone to a computer', () => {
  it(
    'comes once, to the browser that asked, by the means of the phone, and leaves traces',
    inScene(async ({ ctx, person, phone, code, secret }) => {
      expect(await pollHandOff(ctx, secret)).toEqual({ state: 'waiting', login: null })
      expect(await viewHandOff(phone, code)).toMatchObject({ browser: 'Chrome · Windows', askedAt: ctx.now.toISOString() })
      await confirmHandOff(phone, code)
      const { login } = await pollHandOff(ctx, secret)
      expect(login).toMatchObject({ employeeId: person.id })
      await expect(pollHandOff(ctx, secret)).rejects.toMatchObject(used)
      const row = await findBySecret(ctx, hashToken(secret.secret))
      expect(await tracesOf(ctx, row?.id ?? '')).toMatchObject([{ action: 'hand-off.confirmed', actorId: person.id }])
      expect(await tracesOf(ctx, login?.loginId ?? '')).toMatchObject([{ action: 'login.started', detail: { means: 'wechat' } }])
    }),
  )

  it(
    'keeps neither text, and takes one never for the other',
    inScene(async ({ ctx, phone, asked }) => {
      expect(asked.code).not.toBe(asked.secret)
      const row = await findBySecret(ctx, hashToken(asked.secret))
      expect(JSON.stringify(row)).not.toContain(asked.code)
      expect(JSON.stringify(row)).not.toContain(asked.secret)
      await confirmHandOff(phone, { code: asked.code })
      await expect(pollHandOff(ctx, { secret: asked.code })).rejects.toMatchObject(gone)
      await expect(confirmHandOff(phone, { code: asked.secret })).rejects.toMatchObject(gone)
    }),
  )

  it(
    'is refused once the code has expired, to phone and computer, confirmed or not',
    inScene(async ({ ctx, phone, code, secret, later }) => {
      await expect(viewHandOff(later(3, phone), code)).rejects.toMatchObject(gone)
      await expect(confirmHandOff(later(3, phone), code)).rejects.toMatchObject(gone)
      await expect(pollHandOff(later(3), secret)).rejects.toMatchObject(gone)
      await confirmHandOff(later(2.9, phone), code)
      await expect(pollHandOff(later(3), secret)).rejects.toMatchObject(gone)
      expect((await pollHandOff(ctx, secret)).state).toBe('confirmed')
    }),
  )

  it(
    'is refused after it was confirmed, and after it was cancelled, of which the computer hears',
    inScene(async ({ ctx, phone, code, secret }) => {
      await confirmHandOff(phone, code)
      await expect(confirmHandOff(phone, code)).rejects.toMatchObject(used)
      await expect(cancelHandOff(phone, code)).rejects.toMatchObject(used)
      const other = await startHandOff(ctx, { browser: 'Safari · macOS' })
      await cancelHandOff(phone, { code: other.code })
      await expect(confirmHandOff(phone, { code: other.code })).rejects.toMatchObject(gone)
      expect(await pollHandOff(ctx, { secret: other.secret })).toEqual({ state: 'cancelled', login: null })
      expect((await pollHandOff(ctx, secret)).state).toBe('confirmed')
    }),
  )

  it(
    'is refused to a person who has left, or logged out everywhere, in between',
    inScene(async ({ ctx, person, phone, code, secret }) => {
      await confirmHandOff(phone, code)
      await setLeftOn(ctx, person.id, '2020-12-31')
      await expect(pollHandOff(ctx, secret)).rejects.toMatchObject({ code: 'employee-left' })
      await logOutEverywhere(phone)
      await expect(pollHandOff(ctx, secret)).rejects.toMatchObject({ code: 'login-required' })
    }),
  )

  it(
    'is refused to nobody in particular',
    inScene(async ({ ctx, code }) => {
      await expect(viewHandOff(ctx, code)).rejects.toMatchObject({ code: 'login-required' })
      await expect(confirmHandOff(ctx, code)).rejects.toMatchObject({ code: 'login-required' })
      await expect(cancelHandOff(ctx, code)).rejects.toMatchObject({ code: 'login-required' })
    }),
  )
})
