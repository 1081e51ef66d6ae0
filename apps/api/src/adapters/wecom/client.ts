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

/** The WeCom (企业微信) server API, as much of it as we use; one client for one app of one company. */
export interface WeCom {
  /** Exchanges the code of `wx.qy.login`; refuses members of other companies. */
  codeToSession(code: string): Promise<WeComSession>
  /** Exchanges the code of a web login (扫码登录); refuses people who are no members. */
  webCodeToSession(code: string): Promise<WeComSession>
  getMember(userid: string): Promise<WeComMember>
}

const memberStates = { 1: 'active', 2: 'disabled', 4: 'not-activated', 5: 'left' } as const

const filled = z.string().check(z.minLength(1))
const issuedToken = z.object({ access_token: filled, expires_in: z.number() })
const session = z.object({ corpid: filled, userid: filled })
// A person without a company comes with an `openid` in place of the `userid`.
const webSession = z.object({ userid: z.optional(z.string()) })
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
  }
}

/** WeCom has no forced renewal: asked again, it gives another token as soon as the old one is dead. */
async function issueToken(api: ErrcodeApi, query: { corpid: string; corpsecret: string }): Promise<IssuedToken> {
  const reply = await api.readJson({ path: '/gettoken', query, isRepeatable: true }, issuedToken)
  return { token: reply.access_token, expiresInSeconds: reply.expires_in }
}
