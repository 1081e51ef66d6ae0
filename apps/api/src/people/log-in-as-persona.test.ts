import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import { authenticate } from './authenticate.ts'
import { declarePersona } from './declare-persona.ts'
import { logInAsPersona } from './log-in-as-persona.ts'
import { listPersonas } from './read.ts'

let app: App
let production: App
beforeAll(async () => {
  app = await testApp()
  production = { ...app, config: { ...app.config, mode: 'production' } }
})
afterAll(closeApps)

const part = { zh: '主理人', en: 'Host' }
const anonymous = (of: App = app) => ctxOf(of, { kind: 'anonymous' })

describe('personas of the demo', () => {
  it('are listed in the order of the story, with the words told last', async () => {
    const second = await makeEmployee(app, { name: '林一' })
    const first = await makeEmployee(app, { name: '周舟' })
    const ctx = await systemCtx(app)
    await declarePersona(ctx, { employeeId: second.id, part, position: 2 })
    await declarePersona(ctx, { employeeId: first.id, part: { zh: '员工', en: 'Employee' }, position: 9 })
    await declarePersona(ctx, { employeeId: first.id, part: { zh: '志愿者', en: 'Volunteer' }, position: 1 })
    const { items } = await listPersonas(await anonymous())
    expect(items.filter(({ id }) => id === first.id || id === second.id)).toEqual([
      { id: first.id, name: '周舟', department: '技术工程', part: { zh: '志愿者', en: 'Volunteer' } },
      { id: second.id, name: '林一', department: '技术工程', part },
    ])
  })

  it('are logged in without proof, and the trace says so', async () => {
    const person = await makeEmployee(app)
    await declarePersona(await systemCtx(app), { employeeId: person.id, part, position: 3 })
    const ctx = await anonymous()
    const issued = await logInAsPersona(ctx, { personaId: person.id })
    expect((await authenticate(app, issued.accessToken))?.actor).toMatchObject({ employeeId: person.id })
    expect(await tracesOf(ctx, issued.loginId)).toMatchObject([{ action: 'login.started', detail: { means: 'demo' } }])
  })

  it('are only those declared, not any employee', async () => {
    const { id } = await makeEmployee(app)
    await expect(logInAsPersona(await anonymous(), { personaId: id })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('do not exist outside demo mode', async () => {
    const person = await makeEmployee(app)
    await declarePersona(await systemCtx(app), { employeeId: person.id, part, position: 4 })
    await expect(logInAsPersona(await anonymous(production), { personaId: person.id })).rejects.toMatchObject({ code: 'demo-only' })
    await expect(listPersonas(await anonymous(production))).rejects.toMatchObject({ code: 'demo-only' })
    const { id: employeeId } = person
    await expect(declarePersona(await systemCtx(production), { employeeId, part, position: 4 })).rejects.toMatchObject({
      code: 'demo-only',
    })
  })

  it('are declared by the system; refuses every role of people', async () => {
    const person = await makeEmployee(app)
    const operator = await ctxOf(app, actorOf(person, 'operator'))
    await expect(declarePersona(operator, { employeeId: person.id, part, position: 1 })).rejects.toMatchObject({ code: 'role-required' })
  })
})
