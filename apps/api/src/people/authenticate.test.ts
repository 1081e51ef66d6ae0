import { addDays, addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { actorOf, grantRoleTo, makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import { inTransaction } from '../core/context.ts'
import { authenticate } from './authenticate.ts'
import { endRoleGrant } from './end-role-grant.ts'
import { grantRole } from './grant-role.ts'
import { logOut } from './log-out.ts'
import { recordDeparture } from './record-departure.ts'
import { startLogin } from './start-login.ts'
import { employee, login } from './tables.ts'
import { hashToken } from './tokens.ts'

let app: App
let today: string
beforeAll(async () => {
  app = await testApp()
  today = shanghaiDay((await systemCtx(app)).now)
})
afterAll(closeApps)

async function logIn(employeeId: string) {
  const ctx = await systemCtx(app)
  return inTransaction(ctx, (ctx) => startLogin(ctx, employeeId, 'demo'))
}

describe('authenticate', () => {
  it('knows the person, the login and the roles held now, by the clock of the database', async () => {
    const branch = await makeBranch(app)
    const person = await makeEmployee(app)
    await grantRoleTo(app, person, { leads: branch })
    await grantRoleTo(app, person, 'hr')
    const { accessToken, loginId } = await logIn(person.id)
    const known = await authenticate(app, accessToken)
    expect(known?.actor).toMatchObject({ kind: 'employee', employeeId: person.id, loginId })
    expect(known?.actor).toHaveProperty(
      'roles',
      expect.arrayContaining([
        { role: 'branch-lead', branchId: branch.id },
        { role: 'hr', branchId: null },
      ]),
    )
    expect(Math.abs((known?.now.getTime() ?? 0) - (await systemCtx(app)).now.getTime())).toBeLessThan(5000)
  })

  it('asks the database once', async () => {
    const person = await makeEmployee(app)
    const { accessToken } = await logIn(person.id)
    const asked: string[] = []
    const pool = new Proxy(app.pool, {
      get: (target, name) =>
        name === 'query' ? (sql: string, values: unknown[]) => (asked.push(sql), target.query(sql, values)) : undefined,
    })
    expect(await authenticate({ ...app, pool }, accessToken)).not.toBeNull()
    expect(asked).toHaveLength(1)
  })

  it('keeps no token that could be read back', async () => {
    const person = await makeEmployee(app)
    const { accessToken, loginId } = await logIn(person.id)
    const ctx = await systemCtx(app)
    const [row] = await ctx.db.select().from(login).where(eq(login.id, loginId))
    expect(row?.accessHash).toBe(hashToken(accessToken))
    expect(JSON.stringify(row)).not.toContain(accessToken)
    expect(Buffer.from(accessToken, 'base64url')).toHaveLength(32)
  })

  it('refuses a token nobody has', async () => expect(await authenticate(app, 'A'.repeat(43))).toBeNull())

  it('refuses a login that has ended', async () => {
    const person = await makeEmployee(app)
    const { accessToken, loginId } = await logIn(person.id)
    await logOut(await ctxOf(app, { ...actorOf(person), loginId }))
    expect(await authenticate(app, accessToken)).toBeNull()
  })

  it('refuses a token whose time is over', async () => {
    const person = await makeEmployee(app)
    const { accessToken, loginId } = await logIn(person.id)
    const ctx = await systemCtx(app)
    await ctx.db
      .update(login)
      .set({ accessExpiresAt: addMinutes(ctx.now, -1) })
      .where(eq(login.id, loginId))
    expect(await authenticate(app, accessToken)).toBeNull()
  })

  it('refuses a person from the day after the last day on, even with an open login', async () => {
    const person = await makeEmployee(app)
    const { accessToken } = await logIn(person.id)
    const ctx = await systemCtx(app)
    await ctx.db.update(employee).set({ leftOn: today }).where(eq(employee.id, person.id))
    expect(await authenticate(app, accessToken)).not.toBeNull()
    await ctx.db
      .update(employee)
      .set({ leftOn: addDays(today, -1) })
      .where(eq(employee.id, person.id))
    expect(await authenticate(app, accessToken)).toBeNull()
  })

  it('refuses a person in the moment HR records a departure in the past', async () => {
    const person = await makeEmployee(app)
    const { accessToken } = await logIn(person.id)
    await recordDeparture(await ctxOf(app, actorOf(await makeEmployee(app), 'hr')), { employeeId: person.id, leftOn: addDays(today, -1) })
    expect(await authenticate(app, accessToken)).toBeNull()
  })

  it('drops a role in the moment it is ended, and does not know one before its day', async () => {
    const person = await makeEmployee(app)
    const { accessToken } = await logIn(person.id)
    const operator = await ctxOf(app, actorOf(await makeEmployee(app), 'operator'))
    const given = await grantRole(operator, { employeeId: person.id, role: 'auditor', startsOn: today })
    await grantRole(operator, { employeeId: person.id, role: 'judge', startsOn: addDays(today, 1) })
    expect((await authenticate(app, accessToken))?.actor).toHaveProperty('roles', [{ role: 'auditor', branchId: null }])
    await endRoleGrant(operator, given.id)
    expect((await authenticate(app, accessToken))?.actor).toHaveProperty('roles', [])
  })
})
