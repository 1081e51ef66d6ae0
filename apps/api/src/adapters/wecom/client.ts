import * as z from 'zod/mini'
import { createAccessTokens, type IssuedToken, withToken } from '../access-tokens.ts'
import { createErrcodeApi, type ErrcodeApi, type ErrcodeTransport } from '../errcode-api.ts'
import { PlatformError } from '../platform-error.ts'
import { weComErrcodes } from './errcodes.ts'

export interface WeComOptions extends ErrcodeTransport {
  /** `https://qyapi.weixin.qq.com/cgi-bin` */
  baseUrl: string
  corpId: string
  /** Of the self-built app that is linked to the mini-program. */
  secret: string
  now: () => Date
}

/** A member of our company. WeCom compares user ids without regard to upper and lower case. */
export interface WeComSession {
  userid: string
}

export interface WeComMember {
  userid: string
  name: string
  state: 'active' | 'disabled' | 'not-activated' | 'left'
}

export interface WeComNotice {
  agentId: number
  /** The mini-program that is linked to the app. */
  appId: string
  /** With its query, without a leading slash. */
  page: string
  /** 4 to 12 characters each. */
  title: string
  description: string
  items: readonly { key: string; value: string }[]
}

/** The WeCom (企业微信) server API, as much of it as we use; one client for one app of one company. */
export interface WeCom {
  /** Exchanges the code of `wx.qy.login`; refuses members of other companies. */
  codeToSession(code: string): Promise<WeComSession>
  /** Exchanges the code of a web login (扫码登录); refuses people who are no members. */
  webCodeToSession(code: string): Promise<WeComSession>
  getMember(userid: string): Promise<WeComMember>
  /** A mini-program notice (小程序通知) to one member; the platform itself drops the same message within four hours. */
  sendNotice(userid: string, notice: WeComNotice): Promise<void>
}

const memberStates = { 1: 'active', 2: 'disabled', 4: 'not-activated', 5: 'left' } as const

const filled = z.string().check(z.minLength(1))
const issuedToken = z.object({ access_token: filled, expires_in: z.number() })
const session = z.object({ corpid: filled, userid: filled })
// A person without a company comes with an `openid` in place of the `userid`.
const webSession = z.object({ userid: z.optional(z.string()) })
const sent = z.object({ invaliduser: z.optional(z.string()) })
const member = z.object({ userid: filled, name: z.string(), status: z.literal([1, 2, 4, 5]) })

export function createWeCom({ corpId, secret, now, ...transport }: WeComOptions): WeCom {
  const api = createErrcodeApi({ platform: 'wecom', errcodes: weComErrcodes, ...transport })
  const tokens = createAccessTokens(() => issueToken(api, { corpid: corpId, corpsecret: secret }), now)

  return {
    async codeToSession(code) {
      const path = '/miniprogram/jscode2session'
      const { corpid, userid } = await withToken(tokens, (token) => {
        const query = { access_token: token, js_code: code, grant_type: 'authorization_code' }
        return api.readJson({ path, query, isRepeatable: false }, session)
      })
      // Several companies may link one mini-program: the user id of another could equal one of ours, or be encrypted.
      if (corpid !== corpId) throw new PlatformError({ platform: 'wecom', operation: path, kind: 'foreign-corp' })
      return { userid }
    },
    async webCodeToSession(code) {
      const path = '/auth/getuserinfo'
      const { userid } = await withToken(tokens, (token) =>
        api.readJson({ path, query: { access_token: token, code }, isRepeatable: false }, webSession),
      )
      if (!userid) throw new PlatformError({ platform: 'wecom', operation: path, kind: 'not-a-member' })
      return { userid }
    },
    async getMember(userid) {
      const found = await withToken(tokens, (token) =>
        api.readJson({ path: '/user/get', query: { access_token: token, userid }, isRepeatable: true }, member),
      )
      return { userid: found.userid, name: found.name, state: memberStates[found.status] }
    },
    async sendNotice(userid, notice) {
      const path = '/message/send'
      const body = noticeBody(userid, notice)
      // Not repeated by us after a lost answer; the platform's own duplicate check covers a retry of the message.
      const { invaliduser } = await withToken(tokens, (token) =>
        api.readJson({ path, query: { access_token: token }, body, isRepeatable: false }, sent),
      )
      if (invaliduser) throw new PlatformError({ platform: 'wecom', operation: path, kind: 'unknown-member' })
    },
  }
}

const FOUR_HOURS_SECONDS = 14_400

function noticeBody(userid: string, { agentId, appId, page, title, description, items }: WeComNotice): Record<string, unknown> {
  return {
    touser: userid,
    msgtype: 'miniprogram_notice',
    agentid: agentId,
    miniprogram_notice: { appid: appId, page, title, description, emphasis_first_item: false, content_item: items },
    enable_duplicate_check: 1,
    duplicate_check_interval: FOUR_HOURS_SECONDS,
  }
}

/** WeCom has no forced renewal: asked again, it gives another token as soon as the old one is dead. */
async function issueToken(api: ErrcodeApi, query: { corpid: string; corpsecret: string }): Promise<IssuedToken> {
  const reply = await api.readJson({ path: '/gettoken', query, isRepeatable: true }, issuedToken)
  return { token: reply.access_token, expiresInSeconds: reply.expires_in }
}
