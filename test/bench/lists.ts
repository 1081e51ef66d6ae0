import { performance } from 'node:perf_hooks'
import type { Ctx } from '@yijian/api/core/context'
import { getHome } from '@yijian/api/home/get-home'
import { type SessionQuery, listSessions } from '@yijian/api/project/list-sessions'
import { termsOf } from '@yijian/api/project/search'
import { project, projectTerm, seat, session } from '@yijian/api/project/tables'
import { addDays, addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { fields } from '@yijian/shared/project/shapes'
import { startApi } from '../support/api.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeBranch, makeEmployee } from '../support/people.ts'
import { type BenchRow, median } from './row.ts'

/** As many projects as the programme has; only the sessions grow. */
const PROJECTS = 1_330
const FEW_SESSIONS = 1_000
const MANY_SESSIONS = 100_000
const BRANCHES = 40
const YEAR_MINUTES = 525_600
const ROUNDS = 21
const ROWS_A_STATEMENT = 2_000
const cities = ['深圳', '广州', '北京', '上海', '成都', '武汉', '西安', '长沙']
const deeds = ['净滩', '助学', '敬老', '义诊', '支教', '植树', '导览']

/** The first screen, and the list of coming sessions asked in every way, with a thousand sessions and with a hundred thousand. */
export async function benchLists(): Promise<BenchRow[]> {
  const [few, many] = [await prepare('few', FEW_SESSIONS), await prepare('many', MANY_SESSIONS)]
  const asked: { name: string; fewMs: number; manyMs: number; ratio: number }[] = []
  for (const [name, query] of Object.entries(questions)) {
    const { fewMs, manyMs } = await medians({ fewMs: () => ask(few, query), manyMs: () => ask(many, query) })
    asked.push({ name, fewMs, manyMs, ratio: fewMs / manyMs })
  }
  const home = await medians({ fewMs: () => getHome(few.ctx), manyMs: () => getHome(many.ctx) })
  const statements = await mostStatements(many)
  await closeApps()
  const inWords = ({ name, fewMs, manyMs }: { name: string; fewMs: number; manyMs: number }) =>
    `${name}: p50 ${manyMs.toFixed(1)} ms beside ${fewMs.toFixed(1)} ms`
  const [plain] = asked
  const slowest = asked.toSorted((a, b) => b.manyMs - a.manyMs)[0]
  const scale = `${MANY_SESSIONS} sessions beside ${FEW_SESSIONS}`
  return [
    { name: `the first screen, ${scale}`, ratio: home.fewMs / home.manyMs, goal: 0.6, detail: inWords({ name: 'home', ...home }) },
    { name: `the list of sessions, ${scale}`, ratio: plain!.ratio, goal: 0.6, detail: inWords(plain!) },
    {
      name: `the list asked in ${asked.length} ways, ${scale}, the middle one`,
      ratio: median(asked.map(({ ratio }) => ratio)),
      goal: 0.4,
      detail: `slowest ${inWords(slowest!)}`,
    },
    {
      name: 'three statements beside those of a request for the first screen or the list, the login included',
      ratio: 3 / statements,
      goal: 1,
      detail: `at most ${statements}`,
    },
  ]
}

/** The most statements that one of these requests over HTTP sent, whatever was asked; reads go to the pool itself. */
async function mostStatements(bench: Bench): Promise<number> {
  const { app } = bench.ctx
  const api = await startApi(app)
  const client = await api.as(bench.reader)
  const query = app.pool.query.bind(app.pool)
  let sent = 0
  // Only counts, and passes on what it was given.
  app.pool.query = ((...args: Parameters<typeof query>) => {
    sent += 1
    return query(...args)
  }) as typeof app.pool.query
  const requests = Object.values(questions).map((question) => () => {
    const { open, online, ...asked } = question(bench)
    return client.listSessions({ query: { ...asked, open: open?.toString(), online: online?.toString() } })
  })
  let most = 0
  for (const request of [() => client.getHome(), ...requests]) {
    sent = 0
    await request()
    most = Math.max(most, sent)
  }
  await api.close()
  return most
}

interface Bench {
  ctx: Ctx
  reader: { id: string }
  branchId: string
}

/** What people ask of the list, by what is known of the data. */
const questions: Record<string, (of: Bench) => Partial<SessionQuery>> = {
  all: () => ({}),
  'of a city': () => ({ city: '成都' }),
  'of a field': () => ({ field: 'animal-protection' }),
  'of a branch': ({ branchId }) => ({ branchId }),
  'on line': () => ({ online: true }),
  'open for sign-up': () => ({ open: true }),
  'of the spring': ({ ctx }) => ({ from: addDays(shanghaiDay(ctx.now), 120), until: addDays(shanghaiDay(ctx.now), 200) }),
  'with a word in most': () => ({ search: '志愿者' }),
  'with a word in many': () => ({ search: '助学' }),
  'with a word in one': () => ({ search: '红树林' }),
  'with a word in none': () => ({ search: '滑翔伞' }),
  'with two words': () => ({ search: '植树 上海' }),
  'with the number of a house': () => ({ search: '中心 123 号' }),
  'asked for everything': () => ({ search: '志愿者', city: '北京', field: 'community', open: true, online: false }),
}

const ask = (bench: Bench, query: (of: Bench) => Partial<SessionQuery>) => listSessions(bench.ctx, { limit: 20, ...query(bench) })

/** Median times, taken in turns so that a busy moment falls on both. */
async function medians<Name extends string>(works: Record<Name, () => Promise<unknown>>): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const startedMs = performance.now()
      await works[name]()
      times.get(name)?.push(performance.now() - startedMs)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>
}

async function prepare(label: string, sessions: number): Promise<Bench> {
  const app = await testApp({ database: label })
  const ctx = await systemCtx(app)
  const branchIds: string[] = []
  for (let n = 0; n < BRANCHES; n++) branchIds.push((await makeBranch(app)).id)
  const projects = await insertProjects(ctx, branchIds)
  await insertSessions(ctx, projects, sessions)
  await app.pool.query('ANALYZE TABLE project, project_term, session, seat')
  const reader = await makeEmployee(app)
  return { ctx: await ctxOf(app, actorOf(reader)), reader, branchId: branchIds[7]! }
}

async function insertProjects(ctx: Ctx, branchIds: readonly string[]): Promise<string[]> {
  const rows = Array.from({ length: PROJECTS }, (_, n) => ({
    id: ctx.app.newId('project'),
    branchId: branchIds[n % BRANCHES]!,
    title: `${cities[n % 8]}${deeds[n % 7]}行动 ${n} 队`,
    field: fields[n % fields.length]!,
    city: cities[n % 8],
    story: `志愿者每月同行一次，${deeds[n % 7]}，风雨无阻。${n === 700 ? '守护红树林。' : ''}`,
    organiser: '志愿者协会',
    state: 'published' as const,
    draftedAt: ctx.now,
    submittedAt: ctx.now,
    publishedAt: ctx.now,
  }))
  await inChunks(rows, (chunk) => ctx.db.insert(project).values(chunk))
  const terms = rows.flatMap(({ id, title, story, organiser, city }) =>
    [...termsOf(title, story, organiser, city ?? '')].map((term) => ({ term, projectId: id })),
  )
  await inChunks(terms, (chunk) => ctx.db.insert(projectTerm).values(chunk))
  return rows.map(({ id }) => id)
}

/** Sessions spread over the year to come; one in fifty is on line. */
async function insertSessions(ctx: Ctx, projectIds: readonly string[], count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => {
    const startsAt = addMinutes(ctx.now, 60 + Math.floor((n * YEAR_MINUTES) / count))
    return {
      id: ctx.app.newId('session'),
      projectId: projectIds[(n * 9) % PROJECTS]!,
      title: `第 ${n} 场`,
      state: 'open' as const,
      startsAt,
      endsAt: addMinutes(startsAt, 180),
      timeZone: 'Asia/Shanghai',
      city: cities[((n * 9) % PROJECTS) % 8],
      place: `社区服务中心 ${n % 500} 号`,
      online: n % 50 === 0,
      signupOpensAt: addMinutes(startsAt, -60 * 24 * 14),
      signupClosesAt: startsAt,
      lateCancelAt: startsAt,
      bring: '',
      privateDetails: '',
      openedAt: ctx.now,
    }
  })
  await inChunks(rows, (chunk) => ctx.db.insert(session).values(chunk))
  const places = new Map<string, Set<string>>()
  for (const { projectId, title, place } of rows) {
    const terms = places.get(projectId) ?? new Set()
    for (const term of termsOf(title, place)) terms.add(term)
    places.set(projectId, terms)
  }
  const terms = [...places].flatMap(([projectId, of]) => [...of].map((term) => ({ term, projectId })))
  await inChunks(terms, (chunk) => ctx.db.insert(projectTerm).ignore().values(chunk))
  const seats = rows.map(({ id }) => ({ sessionId: id, capacity: 50, taken: 0, waiting: 0, lastNumber: 0, lastPromotion: 0 }))
  await inChunks(seats, (chunk) => ctx.db.insert(seat).values(chunk))
}

async function inChunks<Row>(rows: readonly Row[], insert: (chunk: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) await insert(rows.slice(from, from + ROWS_A_STATEMENT))
}
