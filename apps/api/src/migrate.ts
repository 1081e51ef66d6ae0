import { createConsoleLog } from './core/log.ts'
import { migrateDatabase } from './core/db/migrate.ts'
import { readConfig } from './core/config.ts'
import { createApp } from './core/create-app.ts'
import { createContext, databaseNow, processClock } from './core/context.ts'
import { runProgram } from './core/run-program.ts'
import { ensureDefaultPolicies } from './policy/index.ts'
import { createStorage } from './storage.ts'

// Run before the API starts, and again after each upgrade: it changes nothing that is up to date.
await runProgram(async () => {
  const { config, secrets } = readConfig(process.env)
  const log = createConsoleLog(config.logLevel)
  const { restrictedUser } = await migrateDatabase(secrets.databaseUrl)
  const app = createApp({
    config,
    secrets,
    log,
    listeners: [],
    platforms: { wecom: null, wechat: null },
    storage: createStorage(config, secrets, processClock),
  })
  await ensureDefaultPolicies(createContext(app, { kind: 'system', job: 'migrate' }, app.newId('request'), await databaseNow(app)))
  await app.pool.end()
  log.info({ restrictedUser }, 'database is up to date')
})
