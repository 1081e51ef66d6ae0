import { addDays, addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import { inTransaction } from '../core/context.ts'
import { authenticate } from './authenticate.ts'
import { refreshLogin } from './refresh-login.ts'
import { startLogin } from './start-login.ts'
import { employee, login, refreshToken } from './tables.ts'
import { hashToken } from './tokens.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

async function loggedIn() {
  const person = await makeEmployee(app)
  const ctx = await systemCtx(app)
  return inTransaction(ctx, (ctx) => startLogin(ctx, person.id, 'demo'))
}

async function refresh(token: string) {
  return refreshLogin(await ctxOf(app, { kind: 'anonymous' }), { refreshToken: token })
}

/** Moves the use of a token into the past. */
async function age(token: string, minutes: number): Promise<void> {
  const ctx = await systemCtx(app)
  const usedAt = addMinutes(ctx.now, -minutes)
  await ctx.db
    .update(refreshToken)
    .set({ usedAt })
    .where(eq(refreshToken.tokenHash, hashToken(token)))
}

describe('refreshLogin', () => {
  it('gives a new pair for the same login and ends the old one', async () => {
    const first = await loggedIn()
    const second = await refresh(first.refreshToken)
    expect(second).toMatchObject({ loginId: first.loginId, employeeId: first.employeeId })
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect(await authenticate(app, first.accessToken)).toBeNull()
    expect((await authenticate(app, second.accessToken))?.actor).toMatchObject({ loginId: first.loginId })
    expect((await refresh(second.refreshToken)).loginId).toBe(first.loginId)
  })

  it('counts both ends anew', async () => {
    const first = await loggedIn()
    const ctx = await systemCtx(app)
    await ctx.db
      .update(login)
      .set({ refreshExpiresAt: addMinutes(ctx.now, 5) })
      .where(eq(login.id, first.loginId))
    const second = await refresh(first.refreshToken)
    expect(second.refreshExpiresAt.getTime()).toBeGreaterThan(addMinutes(ctx.now, 29 * 24 * 60).getTime())
  })

  it('gives the very same pair again when the answer was lost', async () => {
    const first = await loggedIn()
    const answer = await refresh(first.refreshToken)
    await age(first.refreshToken, 0.4)
    expect(await refresh(first.refreshToken)).toEqual(answer)
    expect(await authenticate(app, answer.accessToken)).not.toBeNull()
  })

  it('ends the login and all its tokens when a used token comes later, and records it', async () => {
    const first = await loggedIn()
    const second = await refresh(first.refreshToken)
    await age(first.refreshToken, 0.6)
    await expect(refresh(first.refreshToken)).rejects.toMatchObject({ code: 'refresh-token-reused' })
    expect(await authenticate(app, second.accessToken)).toBeNull()
    await expect(refresh(second.refreshToken)).rejects.toMatchObject({ code: 'login-required' })
    expect(await tracesOf(await systemCtx(app), first.loginId)).toMatchObject([
      { action: 'login.reused', detail: { employeeId: first.employeeId } },
    ])
  })

  it('gives nothing newer away: once the next token was used, the one before is a stolen one', async () => {
    const first = await loggedIn()
    const second = await refresh(first.refreshToken)
    const third = await refresh(second.refreshToken)
    await expect(refresh(first.refreshToken)).rejects.toMatchObject({ code: 'refresh-token-reused' })
    expect(await authenticate(app, third.accessToken)).toBeNull()
  })

  it('leaves the other logins of the person alone', async () => {
    const first = await loggedIn()
    const ctx = await systemCtx(app)
    const phone = await inTransaction(ctx, (ctx) => startLogin(ctx, first.employeeId, 'demo'))
    await refresh((await refresh(first.refreshToken)).refreshToken)
    await expect(refresh(first.refreshToken)).rejects.toMatchObject({ code: 'refresh-token-reused' })
    expect(await authenticate(app, phone.accessToken)).not.toBeNull()
  })

  it('refuses a token nobody has, and an access token in its place', async () => {
    const { accessToken } = await loggedIn()
    await expect(refresh('B'.repeat(43))).rejects.toMatchObject({ code: 'login-required' })
    await expect(refresh(accessToken)).rejects.toMatchObject({ code: 'login-required' })
  })

  it('refuses when 30 days have passed without use', async () => {
    const first = await loggedIn()
    const ctx = await systemCtx(app)
    await ctx.db.update(login).set({ refreshExpiresAt: ctx.now }).where(eq(login.id, first.loginId))
    await expect(refresh(first.refreshToken)).rejects.toMatchObject({ code: 'login-required' })
  })

  it('refuses a person who has left', async () => {
    const first = await loggedIn()
    const ctx = await systemCtx(app)
    const leftOn = addDays(shanghaiDay(ctx.now), -1)
    await ctx.db.update(employee).set({ leftOn }).where(eq(employee.id, first.employeeId))
    await expect(refresh(first.refreshToken)).rejects.toMatchObject({ code: 'employee-left', data: { leftOn } })
  })

  it('forgets used tokens after a week', async () => {
    const first = await loggedIn()
    const second = await refresh(first.refreshToken)
    await age(first.refreshToken, 8 * 24 * 60)
    await refresh(second.refreshToken)
    const ctx = await systemCtx(app)
    const kept = await ctx.db.select().from(refreshToken).where(eq(refreshToken.loginId, first.loginId))
    expect(kept).toHaveLength(2)
    await expect(refresh(first.refreshToken)).rejects.toMatchObject({ code: 'login-required' })
  })

  it('keeps no token that could be read back', async () => {
    const first = await loggedIn()
    const second = await refresh(first.refreshToken)
    const ctx = await systemCtx(app)
    const rows = await ctx.db.select().from(refreshToken).where(eq(refreshToken.loginId, first.loginId))
    for (const token of [first.refreshToken, second.refreshToken]) expect(JSON.stringify(rows)).not.toContain(token)
  })
})
