import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { App } from '@yijian/api/core/app'
import { startLogin } from '@yijian/api/people/start-login'
import { createServer, listen } from '@yijian/api/server'
import { closeApps, systemCtx, testApp } from '../support/database.ts'
import { type MadeFund, giveCredit, makeFund } from '../support/giving.ts'
import { makeEmployees } from '../support/people.ts'
import { type BenchRow, median } from './row.ts'

const PEOPLE = 160
const AT_ONCE = 32
const ROUNDS = 9
const WARM_UP_ROUNDS = 2
const CREDIT_FEN = 10_000_000

/** A crowd that gives to one fund project over HTTP, beside the same statements alone. */
export async function benchGiving(): Promise<BenchRow[]> {
  const app = await testApp({ database: 'crowdgiving', connections: 24 })
  const bench = await prepare(app)
  const rounds: Record<'donation' | 'bare', number>[] = []
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) rounds.push(await runRound(bench, round))
  rounds.splice(0, WARM_UP_ROUNDS)
  await bench.close()
  await closeApps()
  const rate = (of: 'donation' | 'bare') => `${Math.round(median(rounds.map((round) => round[of])))}/s`
  return [
    {
      name: `a donation over HTTP beside its bare transaction (${PEOPLE} people, one fund project, ${AT_ONCE} at once)`,
      ratio: median(rounds.map(({ donation, bare }) => donation / bare)),
      goal: 0.4,
      detail: `${rate('donation')} beside ${rate('bare')}`,
    },
  ]
}

interface Giver {
  id: string
  token: string
}

interface Bench {
  app: App
  people: Giver[]
  fund: MadeFund
  policyId: string
  base: string
  agent: Agent
  close: () => Promise<void>
}

async function prepare(app: App): Promise<Bench> {
  const [employees, fund, ctx] = [await makeEmployees(app, PEOPLE), await makeFund(app), await systemCtx(app)]
  const people: Giver[] = []
  for (const { id } of employees) {
    await giveCredit(app, { id }, CREDIT_FEN)
    people.push({ id, token: (await startLogin(ctx, id, 'demo')).accessToken })
  }
  const [[policy]] = (await app.pool.query("SELECT id FROM policy_version WHERE kind = 'giving'")) as unknown as [[{ id: string }]]
  const { address, close } = await listen(app, createServer(app))
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  return {
    app,
    people,
    fund,
    policyId: policy.id,
    base: `${address}/api/v1`,
    agent,
    close: async () => {
      agent.destroy()
      await close()
    },
  }
}

/** Both once, in an order that turns every round. */
async function runRound(bench: Bench, round: number): Promise<Record<'donation' | 'bare', number>> {
  const works = [
    ['donation', (person: Giver) => send(bench, person)],
    ['bare', (person: Giver) => donateBare(bench, person.id)],
  ] as const
  const rates = { donation: 0, bare: 0 }
  for (let turn = 0; turn < works.length; turn++) {
    const [name, work] = works[(round + turn) % works.length]!
    rates[name] = await rateOf(bench.people, work)
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

async function send({ agent, base, fund }: Bench, person: Giver): Promise<void> {
  const headers = {
    authorization: `Bearer ${person.token}`,
    'idempotency-key': `${person.id}-${performance.now()}`,
    'content-type': 'application/json',
  }
  const body = JSON.stringify({ totalFen: 100, parts: [{ fundProjectId: fund.id, weight: 1 }] })
  const [response] = await once(request(`${base}/donations`, { method: 'POST', agent, headers }).end(body), 'response')
  for await (const _ of response);
  if (response.statusCode >= 300) throw new Error(`a donation was answered ${response.statusCode}`)
}

/** What a donation of one part sends to the database, by the driver alone. */
async function donateBare({ app, fund, policyId }: Bench, employeeId: string): Promise<void> {
  const connection = await app.pool.getConnection()
  const ask = (sql: string, values: unknown[] = []) => connection.query(sql, values)
  const [id, journalId, now, day] = [app.newId('donation'), app.newId('journal'), new Date(), '2026-11-20']
  const [credit, held] = [`${employeeId}/credit`, `${employeeId}/credit-held`]
  const key = [`${employeeId}:createDonation`, id]
  await ask('START TRANSACTION')
  await ask('SELECT NOW(3) AS now')
  await ask('INSERT INTO idempotency_key (scope, `key`, request_hash, created_at) VALUES (?, ?, ?, ?)', [...key, 'bare', now])
  await ask('SELECT id, name, state FROM fund_project WHERE id IN (?) ORDER BY id LOCK IN SHARE MODE', [[fund.id]])
  await ask('SELECT account_id, balance FROM ledger_balance WHERE account_id LIKE ? ORDER BY account_id FOR UPDATE', [`${employeeId}/%`])
  await ask("SELECT * FROM policy_version WHERE kind = 'giving' AND in_force_from <= ? ORDER BY in_force_from DESC LIMIT 1", [day])
  await ask(
    `INSERT INTO ledger_journal (id, kind, source_id, served_on, policy_ids, actor_id, scope, idempotency_key, request_hash,
       reverses, reversible, reverses_reversible, entry_count, leaf_hash, recorded_at)
     VALUES (?, 'donation-held', ?, ?, ?, ?, 'bare', ?, 'bare', NULL, 1, NULL, 2, 'bare', ?)`,
    [journalId, id, day, JSON.stringify([policyId]), employeeId, id, now],
  )
  await ask('INSERT INTO ledger_entry (journal_id, line_no, account_id, unit, amount, served_on) VALUES ?', [
    [
      [journalId, 1, credit, 'fen', -100, day],
      [journalId, 2, held, 'fen', 100, day],
    ],
  ])
  await ask(
    `UPDATE ledger_balance SET balance = balance + CASE account_id WHEN ? THEN -100 ELSE 100 END, version = version + 1 WHERE account_id IN (?)`,
    [credit, [credit, held]],
  )
  await ask(
    `INSERT INTO ledger_month (account_id, ym, kind, amount, n) VALUES ? ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount), n = n + 1`,
    [
      [
        [credit, 202611, 'donation-held', -100, 1],
        [held, 202611, 'donation-held', 100, 1],
      ],
    ],
  )
  await ask(
    `INSERT INTO ledger_total (ym, owner, account, kind, shard, amount, n)
     VALUES (202611, 'emp', 'credit', 'donation-held', CONNECTION_ID() MOD 64, -100, 1), (202611, 'emp', 'credit-held', 'donation-held', CONNECTION_ID() MOD 64, 100, 1)
     ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount), n = n + 1`,
    [],
  )
  await ask(
    "INSERT INTO donation (id, employee_id, state, total_fen, policy_id, held_at, cools_at, held_journal_id) VALUES (?, ?, 'held', 100, ?, ?, ?, ?)",
    [id, employeeId, policyId, now, now, journalId],
  )
  await ask("INSERT INTO donation_part (donation_id, part_no, fund_project_id, amount_fen, state) VALUES (?, 1, ?, 100, 'held')", [
    id,
    fund.id,
  ])
  await ask(
    'INSERT INTO audit_record (id, actor_id, actor_kind, action, subject, detail, request_id, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [app.newId('audit'), employeeId, 'employee', 'donation.held', id, '{}', app.newId('request'), now],
  )
  await ask('UPDATE idempotency_key SET status = 201, reply = ? WHERE scope = ? AND `key` = ?', ['{}', ...key])
  await ask('COMMIT')
  connection.release()
}
