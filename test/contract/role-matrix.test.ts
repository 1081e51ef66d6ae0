import { randomUUID } from 'node:crypto'
import type { App } from '@yijian/api/core/app'
import { createServer, listen } from '@yijian/api/server'
import { login } from '@yijian/api/people/tables'
import { hashToken } from '@yijian/api/people/tokens'
import { contract } from '@yijian/shared/contract'
import type { RouteSpec } from '@yijian/shared/http/route'
import { idPrefixes } from '@yijian/shared/kernel/id'
import { addMinutes } from '@yijian/shared/kernel/time'
import { roles } from '@yijian/shared/people/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, systemCtx, testApp } from '../support/database.ts'
import { type RoleOf, grantRoleTo, makeBranch, makeEmployee } from '../support/people.ts'
import { openSessionOf, publishedProject } from '../support/projects.ts'

type Contract = typeof contract
type HostRoute = { [N in keyof Contract]: Contract[N]['access'] extends 'host' ? N : never }[keyof Contract]

const routes = Object.entries(contract as Record<string, RouteSpec>)
const people = ['nobody', 'employee', ...roles] as const
type Person = (typeof people)[number]

let app: App
let base: string
let close: () => Promise<void>
const tokens = new Map<Person, string>()
const ids: Record<string, string> = {}
let bodies: Record<HostRoute, unknown>

async function logIn(person: Person, role: RoleOf | null): Promise<void> {
  const ctx = await systemCtx(app)
  const employee = await makeEmployee(app)
  if (role !== null) await grantRoleTo(app, employee, role)
  const token = randomUUID().repeat(2)
  const until = addMinutes(ctx.now, 60)
  await ctx.db.insert(login).values({
    id: app.newId('login'),
    employeeId: employee.id,
    means: 'demo',
    accessHash: hashToken(token),
    accessExpiresAt: until,
    refreshExpiresAt: until,
    startedAt: ctx.now,
  })
  tokens.set(person, token)
}

beforeAll(async () => {
  app = await testApp()
  const listening = await listen(app, createServer(app))
  base = `${listening.address}/api/v1`
  close = listening.close
  const [branch, elsewhere] = [await makeBranch(app), await makeBranch(app)]
  for (const person of people) {
    if (person === 'nobody') continue
    const role = person === 'employee' ? null : person === 'branch-lead' ? { leads: elsewhere } : person
    await logIn(person, role)
  }
  const ctx = await systemCtx(app)
  const host = await makeEmployee(app)
  const project = await publishedProject(ctx, { hostId: host.id, branchId: branch.id })
  const session = await openSessionOf(ctx, project)
  Object.assign(ids, { projectId: project.id, sessionId: session.id })
  const draft = { title: '净滩', field: 'environment', branchId: branch.id, city: null, story: '一起净滩', organiser: '协会' }
  const iso = (minutes: number) => addMinutes(ctx.now, minutes).toISOString()
  const change = {
    title: '净滩 · 第 1 场',
    startsAt: iso(3000),
    endsAt: iso(3180),
    timeZone: 'Asia/Shanghai',
    city: null,
    place: '线上',
    online: true,
    signupOpensAt: iso(0),
    signupClosesAt: iso(2900),
    lateCancelAt: iso(2900),
    bring: '',
    privateDetails: '',
  }
  const reason = { reason: '台风' }
  bodies = {
    changeProject: draft,
    submitProject: undefined,
    pauseProject: reason,
    resumeProject: undefined,
    closeProject: reason,
    addHost: { employeeId: host.id, part: 'co-host' },
    endHost: undefined,
    openSession: { ...change, capacity: 5 },
    changeSession: change,
    cancelSession: reason,
    listRoster: undefined,
    changeCapacity: { capacity: 9 },
    getSessionCode: undefined,
    getArrivals: undefined,
    listToRecord: undefined,
    scanByName: { employeeId: host.id, kind: 'in', reason: '手机没电' },
    listSessionHours: undefined,
    completeHours: { items: [{ attendanceId: fakeId('attendance'), minutes: 60 }] },
    issueHours: {},
  }
})
afterAll(async () => {
  await close()
  await closeApps()
})

const fakeId = (kind: keyof typeof idPrefixes) => `${idPrefixes[kind]}_0000000000000`

async function call(name: string, person: Person): Promise<{ status: number; code: string | undefined }> {
  const spec = (contract as Record<string, RouteSpec>)[name]!
  const path = spec.path.replace(/\{(\w+)\}/g, (_, param: string) => ids[param] ?? fakeId(param.replace(/Id$/, '') as never))
  const token = tokens.get(person)
  const reply = await fetch(`${base}${path}`, {
    method: spec.method,
    headers: {
      'content-type': spec.file?.types[0] ?? 'application/json',
      'idempotency-key': randomUUID(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: spec.method === 'GET' ? null : JSON.stringify(bodies[name as HostRoute] ?? {}),
  })
  const body = (await reply.json()) as { code?: string }
  return { status: reply.status, code: body.code }
}

/** The two answers of a closed door. */
const closed = new Set(['login-required', 'role-required'])

describe('every route asks every person the same question at the door', () => {
  it.each(routes.filter(([, { access }]) => access !== 'public'))('%s asks a stranger to log in', async (name) => {
    expect(await call(name, 'nobody')).toEqual({ status: 401, code: 'login-required' })
  })

  it.each(routes.filter(([, { access }]) => Array.isArray(access)))(
    '%s is open to its roles and closed to all others',
    async (name, { access }) => {
      for (const person of people) {
        if (person === 'nobody') continue
        const { code } = await call(name, person)
        const mayEnter = access.includes(person as never)
        expect([person, closed.has(code ?? '')]).toEqual([person, !mayEnter])
      }
    },
  )

  // Ending logins is left out here: it would take the callers' own away.
  const everybodys = routes.filter(([name, { access }]) => access === 'employee' && !name.startsWith('logOut'))
  it.each(everybodys)('%s is open to every employee', async (name) => {
    for (const person of people) {
      if (person === 'nobody') continue
      const { code } = await call(name, person)
      expect([person, closed.has(code ?? '')]).toEqual([person, false])
    }
  })

  it.each(routes.filter(([, { access }]) => access === 'host'))(
    '%s is for hosts of the very project, whatever role another holds',
    async (name) => {
      for (const person of people) {
        if (person === 'nobody') continue
        const { status, code } = await call(name, person)
        // Where a branch lead has a part of their own, one of another branch has none.
        expect([person, status, code === 'host-required' || code === 'other-branch']).toEqual([person, 403, true])
      }
    },
  )

  it.each(routes.filter(([, { access }]) => access === 'public'))('%s needs no login', async (name) => {
    const { code } = await call(name, 'nobody')
    expect(code).not.toBe('role-required')
    if (name !== 'refreshLogin') expect(code).not.toBe('login-required')
  })
})
