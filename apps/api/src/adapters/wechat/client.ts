import * as z from 'zod/mini'
import { createAccessTokens, type IssuedToken, withToken } from '../access-tokens.ts'
import { createErrcodeApi, type ErrcodeApi, type ErrcodeTransport, type PlatformImage } from '../errcode-api.ts'
import { weChatErrcodes } from './errcodes.ts'

export interface WeChatOptions extends ErrcodeTransport {
  /** `https://api.weixin.qq.com` */
  baseUrl: string
  appId: string
  secret: string
  now: () => Date
}

/** Who logged in. The session key stays on the platform's side of this adapter: nothing here needs it. */
export interface WeChatSession {
  /** The person within this mini-program. */
  openid: string
  /** The person across all apps of the company's Open Platform account, if it has one. */
  unionid?: string
}

export interface UnlimitedQrCodeInput {
  /** At most 32 of the characters WeChat allows; arrives as `scene` in `onLoad`. */
  scene: string
  /** Without a leading slash and without a query; the home page when absent. */
  page?: string
  version?: 'release' | 'trial' | 'develop'
  /** 280 to 1280. */
  widthPx?: number
  /** A PNG without background instead of a JPEG. */
  isTransparent?: boolean
}

export interface SubscribeMessage {
  templateId: string
  /** With its query, without a leading slash. */
  page: string
  /** By the names of the template, `thing1`, `time2`. */
  data: Readonly<Record<string, string>>
}

/** The WeChat mini-program (微信小程序) server API, as much of it as we use. */
export interface WeChat {
  /** Exchanges the code of `wx.login`. */
  codeToSession(code: string): Promise<WeChatSession>
  /** A lasting mini-program code (小程序码) for a poster; too limited in calls for codes that rotate. */
  getUnlimitedQrCode(input: UnlimitedQrCodeInput): Promise<PlatformImage>
  /** A subscribe message (订阅消息); uses up one consent of the person. */
  sendSubscribeMessage(openid: string, message: SubscribeMessage): Promise<void>
}

const issuedToken = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.number() })
const session = z.object({ openid: z.string().check(z.minLength(1)), unionid: z.optional(z.string()) })

export function createWeChat({ appId, secret, now, ...transport }: WeChatOptions): WeChat {
  const api = createErrcodeApi({ platform: 'wechat', errcodes: weChatErrcodes, ...transport })
  const tokens = createAccessTokens((refused) => issueToken(api, { appid: appId, secret }, refused), now)

  return {
    async codeToSession(code) {
      const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' }
      const { openid, unionid } = await api.readJson({ path: '/sns/jscode2session', query, isRepeatable: false }, session)
      return unionid ? { openid, unionid } : { openid }
    },
    getUnlimitedQrCode: (input) =>
      withToken(tokens, (token) =>
        api.readImage({ path: '/wxa/getwxacodeunlimit', query: { access_token: token }, body: codeBody(input), isRepeatable: true }),
      ),
    async sendSubscribeMessage(openid, { templateId, page, data }) {
      const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }]))
      const body = { touser: openid, template_id: templateId, page, data: values, miniprogram_state: 'formal', lang: 'zh_CN' }
      const path = '/cgi-bin/message/subscribe/send'
      await withToken(tokens, (token) =>
        api.readJson({ path, query: { access_token: token }, body, isRepeatable: false }, z.looseObject({})),
      )
    },
  }
}

/**
 * Asks in normal mode first: another process may have replaced the refused token already, and only twenty
 * forced renewals a day are allowed.
 */
async function issueToken(api: ErrcodeApi, credentials: { appid: string; secret: string }, refused?: string): Promise<IssuedToken> {
  const issue = async (isForced: boolean) => {
    const body = { grant_type: 'client_credential', ...credentials, force_refresh: isForced }
    const reply = await api.readJson({ path: '/cgi-bin/stable_token', query: {}, body, isRepeatable: true }, issuedToken)
    return { token: reply.access_token, expiresInSeconds: reply.expires_in }
  }
  const issued = await issue(false)
  return issued.token === refused ? issue(true) : issued
}

function codeBody({
  scene,
  page,
  version = 'release',
  widthPx = 430,
  isTransparent = false,
}: UnlimitedQrCodeInput): Record<string, unknown> {
  return {
    scene,
    ...(page && { page }),
    env_version: version,
    check_path: version === 'release',
    width: widthPx,
    is_hyaline: isTransparent,
  }
}
