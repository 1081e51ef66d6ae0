import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDiskStorage } from '@yijian/api/adapters/index'
import { readConfig } from '@yijian/api/core/config'
import type { App } from '@yijian/api/core/app'
import { type Actor, type Ctx, createContext, databaseNow } from '@yijian/api/core/context'
import { createApp } from '@yijian/api/core/create-app'
import { drizzleOn } from '@yijian/api/core/db/client'
import { migrateDatabase, runtimeUrl } from '@yijian/api/core/db/migrate'
import type { Listeners } from '@yijian/api/core/jobs/topics'
import type { Storage } from '@yijian/api/core/storage'
import { ensureDefaultPolicies } from '@yijian/api/policy/index'
import mysql from 'mysql2/promise'
import { pino } from 'pino'

const databases = new Map<string, Promise<string>>()

/**
 * The owner's address of this test worker's migrated database, made at first need. Tests that count whole tables, or
 * post what no session stands behind, give a label and get one of their own.
 */
export function testDatabaseUrl(label = ''): Promise<string> {
  const url = databases.get(label) ?? makeDatabase(label)
  databases.set(label, url)
  return url
}

async function makeDatabase(label: string): Promise<string> {
  const server = process.env['TEST_DATABASE_URL']
  if (server === undefined) throw new Error('TEST_DATABASE_URL is missing: run tests through vitest with its global set-up')
  const url = new URL(server)
  const name = `yijian_test_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}${label === '' ? '' : `_${label}`}`
  const connection = await mysql.createConnection({ uri: server })
  await connection.query('DROP DATABASE IF EXISTS ??', [name])
  await connection.query('CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci', [name])
  await connection.end()
  url.pathname = `/${name}`
  await migrateDatabase(url.href)
  const app = createTestApp(url.href)
  await ensureDefaultPolicies(await systemCtx(app))
  await app.pool.end()
  return url.href
}

const apps: App[] = []

export interface TestAppOptions {
  listeners?: Listeners
  platforms?: App['platforms']
  storage?: Storage
  connections?: number
  /** Label of the database; the worker's common one unless given. */
  database?: string
  /** As the owner, for damage the API's user could not do. */
  asOwner?: boolean
}

/** An app on this worker's database, as the restricted user the API runs as in production. */
export async function testApp(options: TestAppOptions = {}): Promise<App> {
  const ownerUrl = await testDatabaseUrl(options.database)
  const app = createTestApp(options.asOwner === true ? ownerUrl : runtimeUrl(ownerUrl), options)
  apps.push(app)
  return app
}

let appsMade = 0
/** Pictures and files of this worker's tests; only there once one is stored. */
const filesFolder = join(tmpdir(), `yijian-test-files-${process.pid}-${process.env['VITEST_POOL_ID'] ?? '0'}`)

function createTestApp(databaseUrl: string, options: TestAppOptions = {}): App {
  const { config, secrets } = readConfig({
    YIJIAN_MODE: 'demo',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: databaseUrl,
    DATABASE_CONNECTIONS: String(options.connections ?? 12),
    // Two apps on one database are two nodes, or their ids would meet.
    NODE_NUMBER: String(appsMade++ % 1024),
    STORAGE_DIR: filesFolder,
  })
  return createApp({
    config,
    secrets,
    log: pino({ level: 'silent' }),
    listeners: options.listeners ?? [],
    platforms: options.platforms ?? { wecom: null, wechat: null },
    storage: options.storage ?? createDiskStorage(filesFolder),
  })
}

/** Ends the pools of a test file; call it in `afterAll`. */
export async function closeApps(): Promise<void> {
  await Promise.all(apps.splice(0).map((app) => app.pool.end()))
  await rm(filesFolder, { recursive: true, force: true })
}

export async function systemCtx(app: App, job = 'test'): Promise<Ctx> {
  return createContext(app, { kind: 'system', job }, app.newId('request'), await databaseNow(app))
}

/** A context for a person, as a request of theirs would have it. */
export async function ctxOf(app: App, actor: Actor): Promise<Ctx> {
  return createContext(app, actor, app.newId('request'), await databaseNow(app))
}

/**
 * Runs `fn` in a transaction that never commits: verbs inside join it. `at` pins the database clock of the
 * connection (NOW() moves with it), so that windows and deadlines can be tested to the second.
 */
export async function rolledBack<T>(app: App, actor: Actor, fn: (ctx: Ctx) => Promise<T>, at?: string): Promise<T> {
  const connection = await app.pool.getConnection()
  try {
    if (at !== undefined) await connection.query('SET timestamp = ?', [Date.parse(at) / 1000])
    await connection.query('START TRANSACTION')
    const now = at === undefined ? await databaseNow(app) : new Date(at)
    const ctx: Ctx = { ...createContext(app, actor, app.newId('request'), now), connection, db: drizzleOn(connection) }
    return await fn(ctx)
  } finally {
    await connection.query('ROLLBACK')
    await connection.query('SET timestamp = DEFAULT')
    connection.release()
  }
}
