import type { Role } from '@yijian/shared/people/roles'
import type { IdKind } from '@yijian/shared/kernel/id'
import type { Logger } from 'pino'
import type { CodeToSession, MiniProgramCodes, SubscribeMessages, WeComCodeToSession, WeComNotices, WeComWebLogin } from './platforms.ts'
import type { Config, Secrets } from './config.ts'
import type { Pool } from './db/client.ts'
import type { Listeners } from './jobs/topics.ts'
import type { Storage } from './storage.ts'

/** What one process shares between requests: built once at start, given to every context. */
export interface App {
  config: Config
  secrets: Pick<Secrets, 'codeSecret'>
  pool: Pool
  log: Logger
  newId: (kind: IdKind) => string
  listeners: Listeners
  storage: Storage
  platforms: {
    wecom: (WeComCodeToSession & Partial<WeComNotices>) | null
    wechat: (CodeToSession & MiniProgramCodes & Partial<SubscribeMessages>) | null
    wecomWeb?: WeComWebLogin | null
  }
}

/** A role as it is held now. */
export interface HeldRole {
  role: Role
  branchId: string | null
}
