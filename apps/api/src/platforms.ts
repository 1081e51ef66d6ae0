import { createWeChat, createWeCom, webLoginUrl } from './adapters/index.ts'
import type { App } from './core/app.ts'
import type { Config, Secrets } from './core/config.ts'

/** The platforms this deployment is set up for; made once a process, since each keeps its token. */
export function createPlatforms(config: Config, secrets: Secrets, now: () => Date): App['platforms'] {
  const { wechat } = config
  return {
    ...weComOf(config, secrets, now),
    wechat: wechat === null || secrets.wechatSecret === null ? null : createWeChat({ ...wechat, secret: secrets.wechatSecret, now }),
  }
}

function weComOf({ wecom, weComPages }: Config, { wecomSecret }: Secrets, now: () => Date): Pick<App['platforms'], 'wecom' | 'wecomWeb'> {
  if (wecom === null || wecomSecret === null) return { wecom: null, wecomWeb: null }
  const client = createWeCom({ baseUrl: wecom.baseUrl, corpId: wecom.corpId, secret: wecomSecret, now })
  const wecomWeb = {
    webLoginUrl: (login: Parameters<typeof webLoginUrl>[1]) => webLoginUrl({ ...wecom, ...weComPages }, login),
    webCodeToSession: (code: string) => client.webCodeToSession(code),
  }
  return { wecom: client, wecomWeb }
}
