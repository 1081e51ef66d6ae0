/** `pnpm dev`: database, demo data, stand-ins for WeCom and WeChat, and API and h5 app that follow every change. */
import { join } from 'node:path'
import { startWeChatStandIn } from '@yijian/api/adapters/stand-ins/wechat'
import { startWeComStandIn } from '@yijian/api/adapters/stand-ins/wecom'
import { openDatabase } from './database.mjs'
import { main, onStop } from './lib/lifetime.mjs'
import { attach, root } from './lib/run.mjs'
import { say, step } from './lib/say.mjs'
import { Sentence } from './lib/sentence.mjs'
import { runOurs } from './lib/setup.mjs'

const port = process.env['PORT'] ?? '8787'
const h5Port = process.env['H5_PORT'] ?? '10086'

await main(async () => {
  const database = await openDatabase()
  onStop(() => database.stop())
  say('database', database.about)
  const env = { ...(await startStandIns()), DATABASE_URL: database.url, YIJIAN_MODE: 'demo', PORT: port, H5_PORT: h5Port }
  await step('database', 'migrating', () => runOurs('apps/api/src/migrate.ts', env))
  await step('demo data', 'checking or filling', () => runOurs('scripts/seed.ts', env))

  // The programs themselves: npm and a shell in between would keep a signal to themselves and leave them running.
  const bin = (name: string) => join(root, 'node_modules/.bin', name)
  const api = attach(bin('tsx'), ['watch', '--clear-screen=false', 'apps/api/src/main.ts'], { env })
  const h5 = attach(bin('taro'), ['build', '--type', 'h5', '--no-check', '--watch'], { cwd: join(root, 'apps/miniapp'), env })
  say('dev', `app http://127.0.0.1:${h5Port}, API http://127.0.0.1:${port}, reference http://127.0.0.1:${port}/docs`)
  const ends = [api.ended.then(() => 'The API'), h5.ended.then(() => 'The h5 build'), database.lost.then(() => 'The database')]
  throw new Sentence(`${await Promise.race(ends)} ended.`)
}, 0)

/** Both platforms on this machine; any code `standin:<id>` logs in as that staff number or openid. */
async function startStandIns(): Promise<Record<string, string>> {
  const now = () => new Date()
  const company = { corpId: 'ww0000000000000001', secret: 'stand-in-secret' }
  const miniProgram = { appId: 'wx0000000000000001', secret: 'stand-in-secret' }
  const wecom = await startWeComStandIn({ ...company, now })
  const wechat = await startWeChatStandIn({ ...miniProgram, now })
  onStop(() => Promise.all([wecom.close(), wechat.close()]))
  say('stand-ins', `WeCom ${wecom.baseUrl}, WeChat ${wechat.baseUrl}`)
  return {
    WECOM_CORP_ID: company.corpId,
    WECOM_AGENT_ID: '1000001',
    WECOM_SECRET: company.secret,
    WECOM_BASE_URL: wecom.baseUrl,
    WECHAT_APP_ID: miniProgram.appId,
    WECHAT_SECRET: miniProgram.secret,
    WECHAT_BASE_URL: wechat.baseUrl,
  }
}
