import { createWeChat, createWeCom, webLoginUrl } from '@yijian/api/adapters/index'
import { startWeChatStandIn } from '@yijian/api/adapters/stand-ins/wechat'
import { type StandInMember, startWeComStandIn } from '@yijian/api/adapters/stand-ins/wecom'
import { startWeComWebStandIn } from '@yijian/api/adapters/stand-ins/wecom-web'
import type { App } from '@yijian/api/core/app'
import { processClock } from '@yijian/api/core/context'

const COMPANY = { corpId: 'ww0000000000000001', secret: 'app-secret' }
const MINI_PROGRAM = { appId: 'wx0000000000000001', secret: 'app-secret' }

/** Both platforms as stand-in servers, and the adapters that speak to them: what `testApp` takes as `platforms`. */
export async function standInPlatforms({ members = [] }: { members?: readonly StandInMember[] } = {}) {
  const now = processClock
  const wecom = await startWeComStandIn({ ...COMPANY, now, members })
  const wechat = await startWeChatStandIn({ ...MINI_PROGRAM, now })
  const platforms: App['platforms'] = {
    wecom: createWeCom({ ...COMPANY, baseUrl: wecom.baseUrl, now }),
    wechat: createWeChat({ ...MINI_PROGRAM, baseUrl: wechat.baseUrl, now }),
  }
  return { platforms, wecom, wechat, close: () => Promise.all([wecom.close(), wechat.close()]) }
}

const AGENT_ID = 1000002

/** WeCom with its login pages, before which the given person sits; they come back to the given host only. */
export async function standInWebLogin({ trustedHost, holder }: { trustedHost: string; holder: { userid: string } | { openid: string } }) {
  const outside = await standInPlatforms()
  const { corpId } = COMPANY
  const web = await startWeComWebStandIn({ corpId, agentId: AGENT_ID, trustedHost, mintCode: () => outside.wecom.mintWebCode(holder) })
  const { wecom } = outside.platforms
  const place = { corpId, agentId: AGENT_ID, loginUrl: web.baseUrl, openUrl: web.baseUrl }
  const client = createWeCom({ ...COMPANY, baseUrl: outside.wecom.baseUrl, now: processClock })
  const platforms: App['platforms'] = {
    wecom,
    wechat: null,
    wecomWeb: { webLoginUrl: (login) => webLoginUrl(place, login), webCodeToSession: (code) => client.webCodeToSession(code) },
  }
  return { ...outside, platforms, close: () => Promise.all([outside.close(), web.close()]) }
}
