import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '@yijian/api/core/app'
import { databaseNow, inTransaction } from '@yijian/api/core/context'
import { put } from '@yijian/api/core/jobs/outbox'
import { outboxMessage } from '@yijian/api/core/tables'
import { listeners } from '@yijian/api/listeners'
import { declarePersona } from '@yijian/api/people/index'
import { employee } from '@yijian/api/people/tables'
import { seat } from '@yijian/api/project/tables'
import { eq, inArray } from 'drizzle-orm'
import type { RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, systemCtx, testApp, testDatabaseUrl } from '../support/database.ts'
import { makeBranch, makeEmployee, makeEmployees } from '../support/people.ts'
import { openSessionOf, publishedProject } from '../support/projects.ts'

/** More than a worker takes at once. */
const MESSAGES = 20

let app: App
let api: ApiProcess
beforeAll(async () => {
  app = await testApp({ listeners })
  api = await startProcess()
})
afterAll(async () => {
  api.child.kill('SIGKILL')
  await closeApps()
})

interface ApiProcess {
  child: ChildProcess
  address: string
  /** Resolves when the process has written such a line. */
  says: (message: string) => Promise<void>
}

/** The API as production starts it. */
async function startProcess(): Promise<ApiProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: await testDatabaseUrl(),
    YIJIAN_MODE: 'demo',
    PORT: '0',
    LOG_LEVEL: 'info',
    NODE_NUMBER: '1000',
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/api/src/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: { msg: string; address?: string }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]))
  const line = async (message: string) => {
    for (;;) {
      const found = lines.find(({ msg }) => msg === message)
      if (found !== undefined) return found
      if (child.exitCode !== null) throw new Error(`the API ended before it said “${message}”`)
      await sleep(20)
    }
  }
  const { address } = await line('listening')
  return { child, address: address!, says: async (message) => void (await line(message)) }
}

async function signUpAt(address: string, employeeId: string, sessionId: string): Promise<Response> {
  const post = (path: string, headers: Record<string, string>, body?: unknown) =>
    fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const login = (await (await post('/logins/demo', {}, { personaId: employeeId })).json()) as { accessToken: string }
  return post(`/sessions/${sessionId}/sign-ups`, { authorization: `Bearer ${login.accessToken}`, 'idempotency-key': randomUUID() })
}

/** Keeps rows locked until released, so that whoever needs them is in the middle of their work. */
async function holding(sessionId: string, employeeIds: string[]) {
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  let locked = () => {}
  const held = new Promise<void>((resolve) => (locked = resolve))
  const ended = inTransaction(await systemCtx(app), async (ctx) => {
    await ctx.db.select().from(seat).where(eq(seat.sessionId, sessionId)).for('update')
    await ctx.db.select().from(employee).where(inArray(employee.id, employeeIds)).for('update')
    locked()
    await gate
  })
  await held
  return async () => {
    release()
    await ended
  }
}

/** Statements of the API's database user that lock rows and are not through: here the request and the worker. */
async function waitingForLocks(): Promise<number> {
  const [rows] = await app.pool.query<RowDataPacket[]>(
    "SELECT COUNT(*) AS waiting FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE '%for update' AND id <> CONNECTION_ID()",
  )
  return Number(rows[0]?.['waiting'])
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(50)
}

/** Messages for people who have nothing to hear of: each is done as soon as its person can be locked. */
async function tell(employeeIds: string[]): Promise<string[]> {
  // One listener of the topic is enough: each message is then one piece of work.
  const ctx = await systemCtx({ ...app, listeners: listeners.filter(({ name }) => name === 'honour.badges') })
  const payloads = employeeIds.map((employeeId) => ({ attendanceId: app.newId('attendance'), employeeId, journalId: app.newId('journal') }))
  await put(ctx, 'hours.corrected', ...payloads)
  const rows = await ctx.db.select().from(outboxMessage).where(eq(outboxMessage.topic, 'hours.corrected'))
  return rows.filter(({ payload }) => employeeIds.includes(String(payload['employeeId']))).map(({ id }) => id)
}

describe('an API that is told to stop', () => {
  it('ends the request in flight, gives back the messages it has not begun, and leaves nothing half done', async () => {
    const ctx = await systemCtx(app)
    const branch = await makeBranch(app)
    const host = await makeEmployee(app)
    const me = await makeEmployee(app)
    await declarePersona(ctx, { employeeId: me.id, part: { zh: '测试', en: 'Test' }, position: 0 })
    const session = await openSessionOf(ctx, await publishedProject(ctx, { hostId: host.id, branchId: branch.id }))
    const others = (await makeEmployees(app, MESSAGES)).map(({ id }) => id)

    const release = await holding(session.id, others)
    const messageIds = await tell(others)
    const answer = signUpAt(api.address, me.id, session.id)
    await until(async () => (await waitingForLocks()) === 2)
    api.child.kill('SIGTERM')
    await api.says('stopping')
    await expect(fetch(`${api.address}/healthz`)).rejects.toThrow()
    await release()

    const response = await answer
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ sessionId: session.id, state: 'confirmed' })
    if (api.child.exitCode === null) await once(api.child, 'exit')
    expect(api.child.exitCode).toBe(0)

    const now = await databaseNow(app)
    const messages = await ctx.db.select().from(outboxMessage).where(inArray(outboxMessage.id, messageIds))
    expect(messages.filter(({ state }) => state === 'done')).toHaveLength(1)
    const waiting = messages.filter(({ state }) => state === 'waiting')
    expect(waiting).toHaveLength(MESSAGES - 1)
    // A lease that ran on would keep the next worker from them for minutes.
    expect(waiting.every(({ dueAt, attempts }) => dueAt.getTime() <= now.getTime() && attempts === 0)).toBe(true)
  })
})
