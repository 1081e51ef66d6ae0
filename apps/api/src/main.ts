import { readConfig } from './core/config.ts'
import { processClock } from './core/context.ts'
import { createApp } from './core/create-app.ts'
import { runtimeUrl } from './core/db/migrate.ts'
import { chooseLogin } from './core/db/choose-login.ts'
import { createConsoleLog } from './core/log.ts'
import { runProgram } from './core/run-program.ts'
import { startWorker } from './core/jobs/worker.ts'
import { listeners } from './listeners.ts'
import { createPlatforms } from './platforms.ts'
import { createServer, listen } from './server.ts'
import { createStorage } from './storage.ts'

/** Starts the product and stops it in order: no new requests, requests in flight, outbox work in hand, database. */
async function main(): Promise<void> {
  const { config, secrets } = readConfig(process.env)
  const log = createConsoleLog(config.logLevel)
  const login = await chooseLogin(runtimeUrl(secrets.databaseUrl), secrets.databaseUrl)
  if (!login.restricted) log.warn('the API runs as the owner of the database: journals are not protected by grants')
  const app = createApp({
    config,
    secrets,
    log,
    listeners,
    platforms: createPlatforms(config, secrets, processClock),
    storage: createStorage(config, secrets, processClock),
    databaseUrl: login.url,
  })
  const { address, close } = await listen(app, createServer(app))
  const worker = startWorker(app)
  log.info({ address, mode: config.mode }, 'listening')

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    await Promise.all([close(), worker.stop()])
    await app.pool.end()
    log.info('stopped')
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error({ err: error }, 'stop failed')
        process.exitCode = 1
      })
    })
  }
}

await runProgram(main)
