import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import type { Connection } from '@yijian/api/core/db/client'
import { type JournalDraft, lockBalances, post } from '@yijian/api/ledger/index'
import { policyOn } from '@yijian/api/policy/index'
import { hoursEntries } from '@yijian/shared/ledger/rules'
import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { STEP_DAY, openPeople } from '../ledger/deeds.ts'
import { closeApps, systemCtx, testApp } from '../support/database.ts'
import { type BenchRow, median } from './row.ts'

const CONNECTIONS = 4
const BATCH = 64
/** Many short rounds: what else the machine does falls on all sides alike, and the median forgets the rest. */
const ROUNDS = 36
const WARM_UP_ROUNDS = 6
const POSTINGS_A_ROUND = 2 * BATCH

/** Posting through the service, beside the same statements sent by the driver alone, and sixty-four at once beside one by one. */
export async function benchPosting(): Promise<BenchRow[]> {
  const app = await testApp({ database: 'bench', connections: CONNECTIONS })
  const bench = await prepare(app)
  const rounds: Rates[] = []
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) rounds.push(await runRound(bench, round))
  rounds.splice(0, WARM_UP_ROUNDS)
  await closeApps()
  const rate = (of: keyof Rates) => `${Math.round(median(rounds.map((round) => round[of])))}/s`
  return [
    {
      name: 'one posting through the service, beside the same statements in plain mysql2',
      ratio: median(rounds.map(({ single, raw }) => single / raw)),
      goal: 0.85,
      detail: `${rate('single')} beside ${rate('raw')}`,
    },
    {
      name: `${BATCH} postings in one list, beside one by one`,
      ratio: median(rounds.map(({ batched, single }) => batched / single)),
      goal: 3,
      detail: `${rate('batched')} beside ${rate('single')}`,
    },
  ]
}

/** Postings a second. */
interface Rates {
  single: number
  raw: number
  batched: number
}

/** Each follows each equally often: the database tidies up after a batch at the cost of whoever is next. */
const orders = [
  ['single', 'raw', 'batched'],
  ['single', 'batched', 'raw'],
  ['raw', 'single', 'batched'],
  ['raw', 'batched', 'single'],
  ['batched', 'single', 'raw'],
  ['batched', 'raw', 'single'],
] as const

/** All three once, in one of their orders after the other. */
async function runRound(bench: Bench, round: number): Promise<Rates> {
  const rates: Rates = { single: 0, raw: 0, batched: 0 }
  // Taking down touches the very rows, so it comes before all three and warms them for each.
  const scripts: Statement[][] = []
  for (const employeeId of bench.people) scripts.push(await recorded(bench, employeeId))
  const runs = {
    single: () => runService(bench, 1),
    raw: () => runRaw(bench, scripts),
    batched: () => runService(bench, BATCH),
  }
  for (const which of orders[round % orders.length]!) rates[which] = await runs[which]()
  return rates
}

interface Bench {
  app: App
  ctx: Ctx
  people: string[]
  policyIds: string[]
}

async function prepare(app: App): Promise<Bench> {
  const ctx = await systemCtx(app)
  const [matching, points] = [await policyOn(ctx, 'matching', STEP_DAY), await policyOn(ctx, 'points', STEP_DAY)]
  return { app, ctx, people: await openPeople(app, POSTINGS_A_ROUND), policyIds: [matching.id, points.id] }
}

/** An hour for each of these people: locked, derived and posted, as issuing does it. */
async function postHours(ctx: Ctx, { policyIds }: Bench, people: readonly string[]): Promise<void> {
  const holdings = await lockBalances(ctx, people)
  const drafts = people.map((employeeId): JournalDraft => {
    const held = holdings.get(employeeId)
    if (held === undefined) throw new Error(`${employeeId} has no accounts`)
    const attendanceId = ctx.app.newId('attendance')
    return {
      kind: 'hours-issued',
      sourceId: attendanceId,
      servedOn: STEP_DAY,
      policyIds,
      scope: 'hours',
      idempotencyKey: attendanceId,
      asked: { employeeId, minutes: 60 },
      entries: hoursEntries({ employeeId, minutes: 60, grade: 'A', holdings: held }, defaultPolicies),
    }
  })
  await post(ctx, drafts)
}

/** Postings a second through the service, in transactions of `size` people. */
async function runService(bench: Bench, size: number): Promise<number> {
  return rateOf(groupsOf(bench.people, size), size, (group) => inTransaction(bench.ctx, (ctx) => postHours(ctx, bench, group)))
}

/** Postings a second of the very statements the service sends, taken down beforehand and sent by the driver alone. */
function runRaw(bench: Bench, scripts: readonly Statement[][]): Promise<number> {
  return rateOf(scripts, 1, async (statements) => {
    const connection = await bench.app.pool.getConnection()
    for (const { sql, values } of statements) await connection.query(sql, values)
    connection.release()
  })
}

interface Statement {
  sql: string
  values?: string[]
}

/** The statements of one transaction, taken down while it runs and then rolled back. */
async function recorded(bench: Bench, employeeId: string): Promise<Statement[]> {
  const statements: Statement[] = [{ sql: 'START TRANSACTION' }, { sql: 'SELECT NOW(3) AS now' }]
  const connection = await bench.app.pool.getConnection()
  await connection.query('START TRANSACTION')
  const recorder = {
    query: (sql: string, values: string[]) => {
      statements.push({ sql, values })
      return connection.query(sql, values)
    },
  } as unknown as Connection
  await postHours({ ...bench.ctx, connection: recorder }, bench, [employeeId])
  await connection.query('ROLLBACK')
  connection.release()
  return [...statements, { sql: 'COMMIT' }]
}

async function rateOf<T>(work: readonly T[], size: number, run: (item: T) => Promise<void>): Promise<number> {
  const waiting = [...work]
  const startedMs = performance.now()
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await run(item)
    }),
  )
  return (work.length * size * 1000) / (performance.now() - startedMs)
}

function groupsOf(people: readonly string[], size: number): string[][] {
  return Array.from({ length: people.length / size }, (_, index) => people.slice(index * size, (index + 1) * size))
}
