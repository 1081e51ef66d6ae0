import { addDays, addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Actor } from '../core/context.ts'
import { giveBindCode, giveOwnBindCode } from './give-bind-code.ts'
import { insertBinding, lockBindCode } from './login-repo.ts'
import { hashBindCode } from './tokens.ts'

let app: App
let hr: Actor
beforeAll(async () => {
  app = await testApp()
  hr = actorOf(await makeEmployee(app), 'hr')
})
afterAll(closeApps)

const binding = { openid: 'o-bound', active: 1, endedAt: null }

describe('giveBindCode', () => {
  it('gives eight characters for a day, keeps only a hash, and leaves a trace without the code', () =>
    rolledBack(app, hr, async (ctx) => {
      const person = await makeEmployee(ctx)
      const { code, expiresAt } = await giveBindCode(ctx, person.id)
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
      expect(expiresAt).toBe(addMinutes(ctx.now, 24 * 60).toISOString())
      const kept = await lockBindCode(ctx, hashBindCode(code, app.secrets.codeSecret))
      expect(kept).toMatchObject({ employeeId: person.id, usedAt: null })
      expect(JSON.stringify(kept)).not.toContain(code)
      expect(await lockBindCode(ctx, hashBindCode(code, 'another secret'))).toBeNull()
      expect(await tracesOf(ctx, person.id)).toEqual([
        { action: 'bind-code.given', actorId: hr.kind === 'employee' ? hr.employeeId : null, detail: { bindCodeId: kept?.id } },
      ])
    }))

  it('ends the older open codes of the person, not of others', () =>
    rolledBack(app, hr, async (ctx) => {
      const [person, other] = [await makeEmployee(ctx), await makeEmployee(ctx)]
      const [old, others, fresh] = [
        await giveBindCode(ctx, person.id),
        await giveBindCode(ctx, other.id),
        await giveBindCode(ctx, person.id),
      ]
      const open = async (code: string) =>
        ((await lockBindCode(ctx, hashBindCode(code, app.secrets.codeSecret)))?.expiresAt ?? ctx.now) > ctx.now
      expect([await open(old.code), await open(others.code), await open(fresh.code)]).toEqual([false, true, true])
    }))

  it('refuses an employee who is bound already', () =>
    rolledBack(app, hr, async (ctx) => {
      const { id: employeeId } = await makeEmployee(ctx)
      await insertBinding(ctx, { ...binding, id: ctx.app.newId('wechatBinding'), employeeId, boundAt: ctx.now })
      await expect(giveBindCode(ctx, employeeId)).rejects.toMatchObject({ code: 'wechat-bound-elsewhere' })
    }))

  it('refuses for who has left, and for an id nobody has', () =>
    rolledBack(app, hr, async (ctx) => {
      const gone = await makeEmployee(ctx, { leftOn: addDays(shanghaiDay(ctx.now), -1) })
      await expect(giveBindCode(ctx, gone.id)).rejects.toMatchObject({ code: 'employee-left' })
      await expect(giveBindCode(ctx, 'emp_0000000000000')).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('refuses the wrong role', async () => {
    const person = await makeEmployee(app)
    for (const role of ['operator', 'auditor', 'judge'] as const) {
      await rolledBack(app, actorOf(person, role), (ctx) =>
        expect(async () => giveBindCode(ctx, person.id)).rejects.toMatchObject({ code: 'role-required' }),
      )
    }
  })
})

describe('giveOwnBindCode', () => {
  it('gives a code to oneself, and refuses the same cases', async () => {
    const person = await makeEmployee(app)
    await rolledBack(app, actorOf(person), async (ctx) => {
      const { code } = await giveOwnBindCode(ctx)
      expect(await lockBindCode(ctx, hashBindCode(code, app.secrets.codeSecret))).toMatchObject({
        employeeId: person.id,
        givenBy: person.id,
      })
      await insertBinding(ctx, { ...binding, id: ctx.app.newId('wechatBinding'), employeeId: person.id, boundAt: ctx.now })
      await expect(giveOwnBindCode(ctx)).rejects.toMatchObject({ code: 'wechat-bound-elsewhere' })
    })
  })

  it('refuses who is not logged in', () =>
    rolledBack(app, { kind: 'anonymous' }, (ctx) =>
      expect(async () => giveOwnBindCode(ctx)).rejects.toMatchObject({ code: 'login-required' }),
    ))
})
