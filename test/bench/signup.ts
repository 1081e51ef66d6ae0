import { once } from 'node:events'
import { Agent, type RequestOptions, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { App } from '@yijian/api/core/app'
import { startLogin } from '@yijian/api/people/start-login'
import { createServer, handlers, listen } from '@yijian/api/server'
import { addMinutes } from '@yijian/shared/kernel/time'
import { closeApps, systemCtx, testApp } from '../support/database.ts'
import { makeBranch, makeEmployee, makeEmployees } from '../support/people.ts'
import { type MadeProject, openSessionOf, publishedProject } from '../support/projects.ts'
import { type BenchRow, median } from './row.ts'

const PEOPLE = 200
const PLACES = 50
const AT_ONCE = 48
const ROUNDS = 11
const WARM_UP_ROUNDS = 2
const DAY_MINUTES = 1440

/** A crowd at one session over HTTP, beside the same statements alone, and beside a request that does nothing. */
export async function benchSignup(): Promise<BenchRow[]> {
  const app = await testApp({ database: 'crowd', connections: 24 })
  const bench = await prepare(app)
  const rounds: Rates[] = []
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) rounds.push(await runRound(bench, round))
  rounds.splice(0, WARM_UP_ROUNDS)
  await bench.close()
  await closeApps()
  const rate = (of: keyof Rates) => `${Math.round(median(rounds.map((round) => round[of])))}/s`
  const crowd = `${PEOPLE} people, ${PLACES} places, ${AT_ONCE} at once`
  return [
    {
      name: `a sign-up over HTTP beside its bare transaction (${crowd})`,
      ratio: median(rounds.map(({ signup, bare }) => signup / bare)),
      goal: 0.4,
      detail: `${rate('signup')} beside ${rate('bare')}`,
    },
    {
      name: `a sign-up over HTTP beside a request that does nothing (${crowd})`,
      ratio: median(rounds.map(({ signup, nothing }) => signup / nothing)),
      goal: 0.15,
      detail: `${rate('signup')} beside ${rate('nothing')}`,
    },
  ]
}

/** Deeds a second. */
interface Rates {
  signup: number
  bare: number
  nothing: number
}

interface Bench {
  app: App
  project: MadeProject
  people: { id: string; token: string }[]
  product: string
  idle: string
  agent: Agent
  close: () => Promise<void>
}

async function prepare(app: App): Promise<Bench> {
  const [branch, host, employees] = [await makeBranch(app), await makeEmployee(app), await makeEmployees(app, PEOPLE)]
  const project = await publishedProject(app, { hostId: host.id, branchId: branch.id })
  const ctx = await systemCtx(app)
  const people = []
  for (const { id } of employees) people.push({ id, token: (await startLogin(ctx, id, 'demo')).accessToken })
  const product = await listen(app, createServer(app))
  const idle = await listen(app, idleServer(app))
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const close = async () => {
    agent.destroy()
    await Promise.all([product.close(), idle.close()])
  }
  return { app, project, people, product: `${product.address}/api/v1`, idle: `${idle.address}/api/v1`, agent, close }
}

/** The product with one route that does nothing: what a request costs before and after its deed. */
function idleServer(app: App) {
  const { logOut } = handlers
  handlers.logOut = async () => ({ ended: 0 })
  const server = createServer(app)
  handlers.logOut = logOut
  return server
}

/** All three once, in an order that turns every round, so that none always comes after the same other. */
async function runRound(bench: Bench, round: number): Promise<Rates> {
  const { app, people } = bench
  const ctx = await systemCtx(app)
  const sessionOf = (turn: number) =>
    openSessionOf(ctx, bench.project, { capacity: PLACES, startsAt: addMinutes(ctx.now, (2 + 2 * round + turn) * DAY_MINUTES) })
  const [first, second] = [await sessionOf(0), await sessionOf(1)]
  const rates: Rates = { signup: 0, bare: 0, nothing: 0 }
  const works: [keyof Rates, (person: Bench['people'][number]) => Promise<unknown>][] = [
    ['signup', (person) => send(bench, person, { method: 'POST', url: `${bench.product}/sessions/${first.id}/sign-ups` })],
    ['bare', (person) => signUpBare(app, second, person.id)],
    ['nothing', (person) => send(bench, person, { method: 'DELETE', url: `${bench.idle}/logins/current` })],
  ]
  for (let turn = 0; turn < works.length; turn++) {
    const [name, work] = works[(round + turn) % works.length]!
    rates[name] = await rateOf(people, work)
  }
  return rates
}

async function rateOf<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number> {
  const waiting = items.values()
  const startedMs = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of waiting) await work(item)
    }),
  )
  return (items.length * 1000) / (performance.now() - startedMs)
}

async function send(
  { agent }: Bench,
  person: { id: string; token: string },
  { method, url }: { method: string; url: string },
): Promise<void> {
  const headers = { authorization: `Bearer ${person.token}`, 'idempotency-key': `${person.id}-${performance.now()}` }
  const options: RequestOptions = { method, agent, headers }
  const sent = request(url, options).end()
  const [response] = await once(sent, 'response')
  for await (const _ of response);
  if (response.statusCode >= 300) throw new Error(`${method} ${url} was answered ${response.statusCode}`)
}

/** What a sign-up sends to the database, by the driver alone. */
async function signUpBare(app: App, of: { id: string; startsAt: Date; endsAt: Date }, employeeId: string): Promise<void> {
  const connection = await app.pool.getConnection()
  const ask = async (sql: string, values: unknown[] = []) => (await connection.query(sql, values))[0] as Record<string, number>[]
  const id = app.newId('signup')
  const now = new Date()
  await ask('START TRANSACTION')
  await ask('SELECT NOW(3) AS now')
  const key = [`${employeeId}:createSignup`, id]
  await ask('INSERT INTO idempotency_key (scope, `key`, request_hash, created_at) VALUES (?, ?, ?, ?)', [...key, 'bare', now])
  const [seat] = await ask('SELECT * FROM seat WHERE session_id = ? FOR UPDATE', [of.id])
  await ask('SELECT * FROM employee WHERE id = ? FOR UPDATE', [employeeId])
  await ask('SELECT * FROM session JOIN project ON project.id = session.project_id WHERE session.id = ?', [of.id])
  await ask(
    `SELECT signup.id FROM signup JOIN session ON session.id = signup.session_id WHERE signup.employee_id = ? AND signup.active = 1
        AND (session.id = ? OR (session.state = 'open' AND session.starts_at < ? AND session.ends_at > ?))`,
    [employeeId, of.id, of.endsAt, of.startsAt],
  )
  const isFree = seat!['taken']! < PLACES
  const [number, taken, waiting] = [seat!['last_number']! + 1, seat!['taken']! + Number(isFree), seat!['waiting']! + Number(!isFree)]
  await ask('UPDATE seat SET taken = ?, waiting = ?, last_number = ? WHERE session_id = ?', [taken, waiting, number, of.id])
  await ask(
    `INSERT INTO signup (id, session_id, employee_id, state, number, signed_up_at, late_cancel, active) VALUES (?, ?, ?, ?, ?, ?, 0, 1)`,
    [id, of.id, employeeId, isFree ? 'confirmed' : 'waitlisted', number, now],
  )
  await ask(
    'INSERT INTO audit_record (id, actor_id, actor_kind, action, subject, detail, request_id, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [app.newId('audit'), employeeId, 'employee', 'signup.confirmed', id, '{}', app.newId('request'), now],
  )
  await ask('UPDATE idempotency_key SET status = 201, reply = ? WHERE scope = ? AND `key` = ?', ['{}', ...key])
  await ask('COMMIT')
  connection.release()
}
