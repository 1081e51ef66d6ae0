import { authenticate } from '@yijian/api/people/authenticate'
import { refreshLogin } from '@yijian/api/people/refresh-login'
import { startLogin } from '@yijian/api/people/start-login'
import { refreshToken } from '@yijian/api/people/tables'
import type { App } from '@yijian/api/core/app'
import { inTransaction } from '@yijian/api/core/context'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { makeEmployee } from '../support/people.ts'

const CROWD = 10

let app: App
beforeAll(async () => {
  app = await testApp({ connections: CROWD })
})
afterAll(closeApps)

it('turns a refresh token once for ten connections at once: all of them hold the one new pair', async () => {
  const person = await makeEmployee(app)
  const system = await systemCtx(app)
  const first = await inTransaction(system, (ctx) => startLogin(ctx, person.id, 'demo'))
  const answers = await Promise.all(
    Array.from({ length: CROWD }, async () => refreshLogin(await ctxOf(app, { kind: 'anonymous' }), { refreshToken: first.refreshToken })),
  )
  expect(new Set(answers.map((answer) => answer.accessToken)).size).toBe(1)
  expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1)
  expect(await system.db.select().from(refreshToken).where(eq(refreshToken.loginId, first.loginId))).toHaveLength(2)
  expect(await authenticate(app, answers[0]?.accessToken ?? '')).not.toBeNull()
  expect(await authenticate(app, first.accessToken)).toBeNull()
})
