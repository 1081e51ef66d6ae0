import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, startApi } from '../../../../test/support/api.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { csvOf, employeeTable, xlsxOf } from '../../../../test/support/employee-files.ts'
import { grantRoleTo, makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import { standInPlatforms } from '../../../../test/support/stand-ins.ts'
import type { App } from '../core/app.ts'
import { declarePersona } from './declare-persona.ts'
import { branchById, employeeById, membersOf, refsOf } from './read.ts'
import { peopleHandlers } from './routes.ts'

let app: App
let api: TestApi
let outside: Awaited<ReturnType<typeof standInPlatforms>>
beforeAll(async () => {
  outside = await standInPlatforms()
  app = await testApp({ platforms: outside.platforms })
  api = await startApi(app)
})
afterAll(async () => {
  await api.close()
  await closeApps()
  await outside.close()
})

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe('a login over HTTP', () => {
  it('tells the person with branches, roles and binding, and the token opens the same door', async () => {
    const branch = await makeBranch(app)
    const person = await makeEmployee(app, { name: '林一', branches: [branch] })
    await grantRoleTo(app, person, { leads: branch })
    const login = await api.anyone.logInByWeCom({ body: { code: outside.wecom.mintCode({ userid: person.wecomUserId }) } })
    expect(login.me).toEqual({
      employee: await employeeById(await systemCtx(app), person.id),
      branches: [branch],
      roles: [{ role: 'branch-lead', branchId: branch.id }],
      isHost: false,
      wechatBound: false,
    })
    expect(await api.withToken(login.accessToken).getMe()).toEqual(login.me)
  })

  it('goes from WeCom to WeChat by the own code, and out again', async () => {
    const person = await makeEmployee(app)
    const code = outside.wechat.mintCode.bind(null, { openid: `o-${person.id}` })
    await expect(api.anyone.logInByWeChat({ body: { code: code() } })).rejects.toMatchObject({
      reply: { status: 409, code: 'wechat-not-bound' },
    })
    const { code: bindCode } = await (await api.as(person)).createOwnBindCode()
    const login = await api.anyone.logInByWeChat({ body: { code: code(), bindCode } })
    expect(login.me).toMatchObject({ employee: { id: person.id }, wechatBound: true })
    const client = api.withToken(login.accessToken)
    expect(await client.logOut()).toEqual({ ended: 1 })
    await expect(client.getMe()).rejects.toMatchObject({ reply: { status: 401, code: 'login-required' } })
  })

  it('goes on by its refresh token', async () => {
    const person = await makeEmployee(app)
    await declarePersona(await systemCtx(app), { employeeId: person.id, part: { zh: '志愿者', en: 'Volunteer' }, position: 50 })
    expect((await api.anyone.listPersonas()).items.map(({ id }) => id)).toContain(person.id)
    const first = await api.anyone.logInAsPersona({ body: { personaId: person.id } })
    const second = await api.anyone.refreshLogin({ body: { refreshToken: first.refreshToken } })
    expect(second.me).toEqual(first.me)
    await expect(api.withToken(first.accessToken).getMe()).rejects.toMatchObject({ code: 'login-required' })
    expect(await api.withToken(second.accessToken).getMe()).toEqual(first.me)
  })

  it('is refused without a token, and with one of another kind', async () => {
    await expect(api.anyone.getMe()).rejects.toMatchObject({ code: 'login-required' })
    await expect(api.withToken('not a token').getMe()).rejects.toMatchObject({ code: 'login-required' })
  })

  it('asks the slice that knows whether the person hosts', async () => {
    const person = await makeEmployee(app)
    const ctx = await ctxOf(app, { kind: 'employee', employeeId: person.id, loginId: 'lgn_0000000000000', roles: [] })
    const handlers = peopleHandlers({ isHost: async (_, employeeId) => employeeId === person.id })
    expect((await handlers.getMe(ctx, {})).isHost).toBe(true)
  })
})

describe('HR over HTTP', () => {
  it('imports both kinds of file, finds the people and records a departure', async () => {
    const person = await makeEmployee(app)
    await grantRoleTo(app, person, 'hr')
    const hr = await api.as(person)
    const csv = csvOf(employeeTable({ 工号: 'HTTP-1' }, { 工号: 'HTTP-2' }))
    expect(await hr.importEmployees({ file: { type: 'text/csv', bytes: csv } })).toMatchObject({ added: 2 })
    const xlsx = xlsxOf(employeeTable({ 工号: 'HTTP-2' }, { 工号: 'HTTP-3' }))
    expect(await hr.importEmployees({ file: { type: XLSX, bytes: xlsx } })).toMatchObject({ added: 1, unchanged: 1 })
    const { items } = await hr.listEmployees({ query: { search: 'http-' } })
    expect(items.map(({ employeeNo }) => employeeNo)).toEqual(['HTTP-1', 'HTTP-2', 'HTTP-3'])
    const leftOn = addDays(shanghaiDay((await systemCtx(app)).now), -1)
    const [first] = items
    expect(await hr.recordDeparture({ params: { employeeId: first?.id ?? '' }, body: { leftOn } })).toMatchObject({ leftOn })
    await expect((await api.as(first ?? { id: '' })).getMe()).rejects.toMatchObject({ code: 'login-required' })
  })

  it('reads every bad row of a refused file', async () => {
    const person = await makeEmployee(app)
    await grantRoleTo(app, person, 'hr')
    const file = { type: 'text/csv', bytes: csvOf(employeeTable({ 工号: '' }, {}, { 性别: 'x' })) }
    await expect((await api.as(person)).importEmployees({ file })).rejects.toMatchObject({
      reply: { status: 422, code: 'import-has-errors', errors: [{ at: 'row 2, column employeeNo' }, { at: 'row 4, column sex' }] },
    })
  })
})

describe('an operator over HTTP', () => {
  it('opens a branch, gives a role for it and ends the role', async () => {
    const [person, lead] = [await makeEmployee(app), await makeEmployee(app)]
    await grantRoleTo(app, person, 'operator')
    const operator = await api.as(person)
    const code = `http-${app.newId('branch').slice(4)}`
    const branch = await operator.createBranch({ body: { code, name: '深圳分会', kind: 'region' } })
    expect((await operator.listBranches({ query: { kind: 'region', limit: 100 } })).items).toContainEqual(branch)
    const today = shanghaiDay((await systemCtx(app)).now)
    const grant = { employeeId: lead.id, role: 'branch-lead' as const, branchId: branch.id, startsOn: today }
    const reversed = operator.grantRole({ body: { ...grant, endsOn: addDays(today, -1) } })
    await expect(reversed).rejects.toMatchObject({ reply: { code: 'invalid-request', errors: [{ at: 'body.endsOn' }] } })
    const given = await operator.grantRole({ body: grant })
    const leading = await api.as(lead)
    expect((await leading.getMe()).roles).toEqual([{ role: 'branch-lead', branchId: branch.id }])
    await operator.endRoleGrant({ params: { roleGrantId: given.id } })
    expect((await leading.getMe()).roles).toEqual([])
    expect((await operator.listRoleGrants({ query: { limit: 1 } })).items).toMatchObject([{ id: given.id, endedAt: expect.any(String) }])
  })
})

describe('reads for other slices', () => {
  it('gives names and departments by id, members of a branch, and single things', async () => {
    const ctx = await systemCtx(app)
    const branch = await makeBranch(app)
    const [a, b] = [await makeEmployee(app, { branches: [branch] }), await makeEmployee(app, { name: '林一' })]
    const refs = await refsOf(ctx, [a.id, b.id, a.id, 'emp_0000000000000'])
    expect([...refs.keys()].toSorted()).toEqual([a.id, b.id].toSorted())
    expect(refs.get(b.id)).toEqual({ id: b.id, name: '林一', department: '技术工程' })
    expect((await refsOf(ctx, [])).size).toBe(0)
    expect(await membersOf(ctx, branch.id)).toEqual([a.id])
    expect(await branchById(ctx, branch.id)).toEqual(branch)
    await expect(branchById(ctx, 'brn_0000000000000')).rejects.toMatchObject({ code: 'not-found' })
    await expect(employeeById(ctx, 'emp_0000000000000')).rejects.toMatchObject({ code: 'not-found' })
  })
})
