import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDiskStorage } from '@yijian/api/adapters/index'
import { readConfig } from '@yijian/api/core/config'
import { createApp } from '@yijian/api/core/create-app'
import { inTransaction } from '@yijian/api/core/context'
import { listeners } from '@yijian/api/listeners'
import { buildExport } from '@yijian/api/stats/build-export'
import { listExports } from '@yijian/api/stats/list-exports'
import { requestExport } from '@yijian/api/stats/request-export'
import { pino } from 'pino'
import { ctxOf } from '../support/database.ts'
import { actorOf, makeEmployee } from '../support/people.ts'

/** One export in a process that holds what the API holds; tells its memory before and at the most. */
const { config, secrets } = readConfig({
  YIJIAN_MODE: 'demo',
  PORT: '0',
  LOG_LEVEL: 'error',
  DATABASE_URL: process.env['DATABASE_URL'],
  NODE_NUMBER: '900',
})
const app = createApp({
  config,
  secrets,
  log: pino({ level: 'error' }),
  listeners,
  platforms: { wecom: null, wechat: null },
  storage: createDiskStorage(join(tmpdir(), `yijian-bench-files-${process.pid}`)),
})
const hr = await ctxOf(app, actorOf(await makeEmployee(app), 'hr'))
const { id } = await inTransaction(hr, (hr) => requestExport(hr, { year: Number(process.env['EXPORT_YEAR']) }))
const idleMb = process.memoryUsage().rss / 2 ** 20
const started = performance.now()
await buildExport(app, id, { further: [], tellers: [] })
const seconds = (performance.now() - started) / 1000
// In kilobytes on Linux, the most there ever was.
const peakMb = process.resourceUsage().maxRSS / 1024
const { items } = await listExports(hr, { limit: 1 })
console.log(JSON.stringify({ state: items[0]?.state, seconds, idleMb, peakMb, checks: items[0]?.checks.length, files: items[0]?.files }))
await app.pool.end()
