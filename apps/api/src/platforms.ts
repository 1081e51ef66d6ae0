import { createWeChat, createWeCom } from './adapters/index.ts'
import type { App } from './core/app.ts'
import type { Config, Secrets } from './core/config.ts'

/** The platforms this deployment is set up for; made once a process, since each keeps its token. */
export function createPlatforms(config: Config, secrets: Secrets, now: () => Date): App['platforms'] {
  const { wecom, wechat } = config
  return {
    wecom:
      wecom === null || secrets.wecomSecret === null
        ? null
        : createWeCom({ baseUrl: wecom.baseUrl, corpId: wecom.corpId, secret: secrets.wecomSecret, now }),
    wechat: wechat === null || secrets.wechatSecret === null ? null : createWeChat({ ...wechat, secret: secrets.wechatSecret, now }),
  }
}
