import { createWeChat, createWeCom } from '@yijian/api/adapters/index'
import { startWeChatStandIn } from '@yijian/api/adapters/stand-ins/wechat'
import { startWeComStandIn } from '@yijian/api/adapters/stand-ins/wecom'
import type { App } from '@yijian/api/core/app'
import { processClock } from '@yijian/api/core/context'

const COMPANY = { corpId: 'ww0000000000000001', secret: 'app-secret' }
const MINI_PROGRAM = { appId: 'wx0000000000000001', secret: 'app-secret' }

/** Both platforms as stand-in servers, and the adapters that speak to them: what `testApp` takes as `platforms`. */
export async function standInPlatforms() {
  const now = processClock
  const wecom = await startWeComStandIn({ ...COMPANY, now })
  const wechat = await startWeChatStandIn({ ...MINI_PROGRAM, now })
  const platforms: App['platforms'] = {
    wecom: createWeCom({ ...COMPANY, baseUrl: wecom.baseUrl, now }),
    wechat: createWeChat({ ...MINI_PROGRAM, baseUrl: wechat.baseUrl, now }),
  }
  return { platforms, wecom, wechat, close: () => Promise.all([wecom.close(), wechat.close()]) }
}
