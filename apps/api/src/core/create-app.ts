import { createIdMaker } from '@yijian/shared/kernel/id'
import type { Logger } from 'pino'
import type { App } from './app.ts'
import type { Config, Secrets } from './config.ts'
import { processClock } from './context.ts'
import { openPool } from './db/client.ts'
import type { Listeners } from './jobs/topics.ts'
import type { Storage } from './storage.ts'

export interface AppParts {
  config: Config
  secrets: Secrets
  log: Logger
  listeners: Listeners
  platforms: App['platforms']
  storage: Storage
  /** The database login to use, when it is not the one in `secrets`. */
  databaseUrl?: string
}

/** Puts together what one process shares; opens no connection before the first query. */
export function createApp(parts: AppParts): App {
  const { config, secrets, log, listeners, platforms, storage } = parts
  return {
    config,
    secrets: { codeSecret: secrets.codeSecret },
    pool: openPool(parts.databaseUrl ?? secrets.databaseUrl, config.databaseConnections),
    log,
    newId: createIdMaker(config.node, () => processClock().getTime()),
    listeners,
    storage,
    platforms,
  }
}
