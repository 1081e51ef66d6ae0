import type { App } from '@yijian/api/core/app'
import { readConfig } from '@yijian/api/core/config'
import { createApp } from '@yijian/api/core/create-app'
import { chooseLogin } from '@yijian/api/core/db/choose-login'
import { runtimeUrl } from '@yijian/api/core/db/migrate'
import { createConsoleLog } from '@yijian/api/core/log'
import { listeners } from '@yijian/api/listeners'
import { createStorage } from '@yijian/api/storage'

/**
 * An app for made-up people: it knows everybody in WeCom by their staff number and runs as the API's own database
 * user, so that it can do nothing the API could not.
 */
export async function openScriptApp(databaseUrl: string, connections: number): Promise<App> {
  const env = {
    ...process.env,
    YIJIAN_MODE: 'demo',
    LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    DATABASE_CONNECTIONS: String(connections),
  }
  const { config, secrets } = readConfig(env)
  const login = await chooseLogin(runtimeUrl(databaseUrl), databaseUrl)
  const wecom = { codeToSession: (code: string) => Promise.resolve({ userid: code }) }
  const log = createConsoleLog(config.logLevel)
  const storage = createStorage(config, secrets, () => new Date())
  return createApp({ config, secrets, log, listeners, storage, platforms: { wecom, wechat: null }, databaseUrl: login.url })
}
