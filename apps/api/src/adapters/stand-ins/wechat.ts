import * as z from 'zod/mini'
import { createCodeBook } from './code-book.ts'
import { refusal, type StandInCall, type StandInRefusal, type StandInServer, startStandInServer } from './stand-in-server.ts'
import { createTokenBook, type TokenBook } from './token-book.ts'

export interface WeChatStandInOptions {
  appId: string
  secret: string
  now: () => Date
  port?: number
  /** Pages of the released version, for mini-program codes. */
  releasedPages?: readonly string[]
}

interface Holder {
  openid: string
  unionid?: string
}

export interface WeChatStandIn extends StandInServer {
  /** A code as `wx.login` would give it to this person. */
  mintCode(holder: Holder): string
  /** The next call meets 42001. */
  expireTokens(): void
  /** The next call meets 40001. */
  revokeTokens(): void
}

/** In the last five minutes of a stable token the next one is handed out and both are good. */
const TOKEN_OVERLAP_MS = 300_000
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/
// One grey pixel each: enough to be shown, stored and measured as an image.
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z',
  'base64',
)
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==', 'base64')

const tokenBody = z.object({
  grant_type: z.optional(z.string()),
  appid: z.optional(z.string()),
  secret: z.optional(z.string()),
  force_refresh: z.optional(z.boolean()),
})
const codeBody = z.object({
  scene: z.string(),
  page: z._default(z.string(), ''),
  check_path: z._default(z.boolean(), true),
  env_version: z._default(z.string(), 'release'),
  width: z._default(z.int(), 430),
  is_hyaline: z._default(z.boolean(), false),
})

/** A stand-in for the WeChat mini-program server API: tokens, logins and mini-program codes with their documented refusals. */
export async function startWeChatStandIn({ appId, secret, now, port, releasedPages = [] }: WeChatStandInOptions): Promise<WeChatStandIn> {
  const tokens = createTokenBook(now, TOKEN_OVERLAP_MS)
  const codes = createCodeBook<Holder>(now, (openid) => ({ openid }))

  function issueToken({ method, body }: StandInCall) {
    if (method !== 'POST') return refusal(43002)
    const { data } = z.safeParse(tokenBody, body)
    if (!data) return refusal(47001)
    if (data.grant_type !== 'client_credential') return refusal(40002)
    return credentialsRefusal(data.appid, data.secret) ?? tokens.issue(data.force_refresh)
  }

  function exchangeCode({ query }: StandInCall) {
    if (query.get('grant_type') !== 'authorization_code') return refusal(40002)
    const refused = credentialsRefusal(query.get('appid'), query.get('secret'))
    if (refused) return refused
    const code = query.get('js_code')
    if (!code) return refusal(41008)
    const holder = codes.redeem(code)
    if (holder === 'invalid') return refusal(40029)
    if (holder === 'used') return refusal(40163)
    return { openid: holder.openid, session_key: 'kJtdi6RF+Dv67QkbLlPGjw==', ...(holder.unionid && { unionid: holder.unionid }) }
  }

  function credentialsRefusal(givenAppId: string | null | undefined, givenSecret: string | null | undefined): StandInRefusal | undefined {
    if (!givenAppId) return refusal(41002)
    if (!givenSecret) return refusal(41004)
    if (givenAppId !== appId) return refusal(40013)
    return givenSecret === secret ? undefined : refusal(40125)
  }

  const server = await startStandInServer({
    port,
    routes: {
      '/cgi-bin/stable_token': { answer: issueToken },
      '/sns/jscode2session': { answer: exchangeCode },
      '/wxa/getwxacodeunlimit': { answer: (call) => tokenRefusal(tokens, call.query) ?? drawCode(call, releasedPages) },
    },
  })
  return { ...server, mintCode: codes.mint, expireTokens: tokens.expireAll, revokeTokens: tokens.revokeAll }
}

function tokenRefusal(tokens: TokenBook, query: URLSearchParams): StandInRefusal | undefined {
  const token = query.get('access_token')
  if (!token) return refusal(41001)
  const verdict = tokens.verdict(token)
  if (verdict === 'unknown') return refusal(40001)
  return verdict === 'expired' ? refusal(42001) : undefined
}

function drawCode({ body }: StandInCall, releasedPages: readonly string[]): StandInRefusal | Uint8Array {
  const { data } = z.safeParse(codeBody, body)
  if (!data) return refusal(40169)
  if (data.scene.length < 1 || data.scene.length > 32) return refusal(40169)
  if (!SCENE.test(data.scene)) return refusal(40129)
  if (!['release', 'trial', 'develop'].includes(data.env_version)) return refusal(40097)
  if (data.width < 280 || data.width > 1280) return refusal(40097)
  if (/^\/|\?/.test(data.page)) return refusal(41030)
  if (data.page && data.check_path && !releasedPages.includes(data.page)) return refusal(41030)
  return data.is_hyaline ? PNG : JPEG
}
