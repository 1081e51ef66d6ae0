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
  /** The person accepts a template in WeChat's own question: good for one message. */
  subscribe(openid: string, templateId: string): void
  /** Messages that arrived, in order. */
  messages: readonly DeliveredMessage[]
  /** The next call meets 42001. */
  expireTokens(): void
  /** The next call meets 40001. */
  revokeTokens(): void
}

export interface DeliveredMessage {
  openid: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

/** How long a value may be, by the kind that its name begins with. */
const valueLimits: Record<string, number> = {
  thing: 20,
  phrase: 5,
  character_string: 32,
  name: 10,
  time: 32,
  date: 32,
  amount: 12,
  number: 32,
}
const messageBody = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z._default(z.string(), ''),
  data: z.record(z.string(), z.object({ value: z.string() })),
})

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

  const consents = new Map<string, number>()
  const messages: DeliveredMessage[] = []
  const consentKey = (openid: string, templateId: string) => `${openid} ${templateId}`

  function sendMessage({ query, body }: StandInCall) {
    const refused = tokenRefusal(tokens, query)
    if (refused) return refused
    const { data: message } = z.safeParse(messageBody, body)
    if (!message) return refusal(47001)
    if (!message.template_id.startsWith('tpl-')) return refusal(40037)
    const tooLong = Object.entries(message.data).some(([name, { value }]) => {
      const limit = valueLimits[name.replace(/\d+$/, '')]
      return limit === undefined || value === '' || value.length > limit
    })
    if (tooLong) return refusal(47003)
    const key = consentKey(message.touser, message.template_id)
    const left = consents.get(key) ?? 0
    if (left === 0) return refusal(43101)
    consents.set(key, left - 1)
    messages.push({ openid: message.touser, templateId: message.template_id, page: message.page, data: message.data })
    return { errcode: 0, errmsg: 'ok' }
  }

  const server = await startStandInServer({
    port,
    routes: {
      '/cgi-bin/stable_token': { answer: issueToken },
      '/sns/jscode2session': { answer: exchangeCode },
      '/cgi-bin/message/subscribe/send': { answer: sendMessage },
      '/wxa/getwxacodeunlimit': { answer: (call) => tokenRefusal(tokens, call.query) ?? drawCode(call, releasedPages) },
    },
  })
  const subscribe = (openid: string, templateId: string) => {
    const key = consentKey(openid, templateId)
    consents.set(key, (consents.get(key) ?? 0) + 1)
  }
  return { ...server, subscribe, messages, mintCode: codes.mint, expireTokens: tokens.expireAll, revokeTokens: tokens.revokeAll }
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
