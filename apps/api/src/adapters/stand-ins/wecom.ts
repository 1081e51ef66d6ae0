import * as z from 'zod/mini'
import { createCodeBook } from './code-book.ts'
import { refusal, type StandInCall, type StandInRoute, type StandInServer, startStandInServer } from './stand-in-server.ts'
import { createTokenBook } from './token-book.ts'

export interface WeComStandInOptions {
  corpId: string
  secret: string
  now: () => Date
  port?: number
  /** The address book, within the app's visible range. */
  members?: readonly StandInMember[]
}

export interface StandInMember {
  userid: string
  name: string
  /** 1 active, 2 disabled, 4 not activated, 5 left. */
  status: 1 | 2 | 4 | 5
}

export interface WeComStandIn extends StandInServer {
  /** A code as `wx.qy.login` would give it; the company is ours unless another is named. */
  mintCode(holder: { userid: string; corpid?: string }): string
  /** A code as a web login would give it, to a member or to somebody without a company. */
  mintWebCode(holder: { userid: string } | { openid: string }): string
  /** Notices that arrived, in order. */
  notices: readonly DeliveredNotice[]
  /** The next call meets 42001. */
  expireTokens(): void
  /** The next call meets 40014. */
  revokeTokens(): void
}

export interface DeliveredNotice {
  userid: string
  title: string
  page: string
}

const noticeBody = z.object({
  touser: z.string().check(z.minLength(1)),
  msgtype: z.literal('miniprogram_notice'),
  agentid: z.int(),
  miniprogram_notice: z.object({
    appid: z.string(),
    page: z.string().check(z.maxLength(1024)),
    title: z.string().check(z.minLength(4), z.maxLength(12)),
    description: z.string().check(z.minLength(4), z.maxLength(12)),
    content_item: z
      .array(z.object({ key: z.string().check(z.maxLength(10)), value: z.string().check(z.maxLength(30)) }))
      .check(z.maxLength(10)),
  }),
  enable_duplicate_check: z.optional(z.literal([0, 1])),
})

const OK = { errcode: 0, errmsg: 'ok' }

/** A stand-in for the WeCom server API: tokens, both logins and the address book with their documented refusals. */
export async function startWeComStandIn({ corpId, secret, now, port, members = [] }: WeComStandInOptions): Promise<WeComStandIn> {
  const tokens = createTokenBook(now, 0)
  const codes = createCodeBook<{ userid: string; corpid?: string }>(now, (userid) => ({ userid }))
  const webCodes = createCodeBook<{ userid: string } | { openid: string }>(now, (userid) => ({ userid }))
  const memberByUserid = new Map(members.map((member) => [member.userid.toLowerCase(), member]))

  function issueToken({ query }: StandInCall) {
    // The secret is looked at before the company: probed on the real platform.
    if (!query.get('corpsecret')) return refusal(41004)
    if (query.get('corpid') !== corpId) return refusal(40013)
    return query.get('corpsecret') === secret ? { ...OK, ...tokens.issue() } : refusal(40001)
  }

  function exchangeCode({ query }: StandInCall) {
    const holder = codes.redeem(query.get('js_code') ?? '')
    if (typeof holder === 'string') return refusal(40029)
    return { ...OK, corpid: holder.corpid ?? corpId, userid: holder.userid, session_key: 'kJtdi6RF+Dv67QkbLlPGjw==' }
  }

  function exchangeWebCode({ query }: StandInCall) {
    const holder = webCodes.redeem(query.get('code') ?? '')
    if (typeof holder === 'string') return refusal(40029)
    return { ...OK, ...('userid' in holder ? { userid: holder.userid } : { openid: holder.openid }) }
  }

  function readMember({ query }: StandInCall) {
    const member = memberByUserid.get(query.get('userid')?.toLowerCase() ?? '')
    if (!member) return refusal(60111)
    return { ...OK, userid: member.userid, name: member.name, department: [1], main_department: 1, status: member.status }
  }

  const notices: DeliveredNotice[] = []
  const seen = new Set<string>()

  /** Who is unknown is refused when nobody else was named; the same message again is taken and dropped. */
  function sendNotice({ body }: StandInCall) {
    const { data } = z.safeParse(noticeBody, body)
    if (!data) return refusal(40058)
    if (data.touser === '@all') return refusal(40058)
    const member = memberByUserid.get(data.touser.toLowerCase())
    if (!member || member.status !== 1) return refusal(81013)
    const written = JSON.stringify(body)
    if (data.enable_duplicate_check !== 1 || !seen.has(written))
      notices.push({ userid: member.userid, title: data.miniprogram_notice.title, page: data.miniprogram_notice.page })
    seen.add(written)
    return { ...OK, invaliduser: '', msgid: `msg-${notices.length}` }
  }

  /** The token is read from the address alone and checked before anything else. */
  function guarded(answer: StandInRoute['answer']): StandInRoute['answer'] {
    return (call) => {
      const token = call.query.get('access_token')
      if (!token) return refusal(41001)
      const verdict = tokens.verdict(token)
      if (verdict === 'unknown') return refusal(40014)
      return verdict === 'expired' ? refusal(42001) : answer(call)
    }
  }

  const server = await startStandInServer({
    port,
    routes: {
      '/cgi-bin/gettoken': { emptyFields: { access_token: '', expires_in: 0 }, answer: issueToken },
      '/cgi-bin/miniprogram/jscode2session': { emptyFields: { corpid: '', userid: '', session_key: '' }, answer: guarded(exchangeCode) },
      '/cgi-bin/auth/getuserinfo': { emptyFields: { userid: '' }, answer: guarded(exchangeWebCode) },
      '/cgi-bin/message/send': { emptyFields: { invaliduser: '', msgid: '' }, answer: guarded(sendNotice) },
      '/cgi-bin/user/get': { emptyFields: { userid: '', name: '', department: [], status: 0 }, answer: guarded(readMember) },
    },
  })
  return {
    ...server,
    baseUrl: `${server.baseUrl}/cgi-bin`,
    mintCode: codes.mint,
    mintWebCode: webCodes.mint,
    notices,
    expireTokens: tokens.expireAll,
    revokeTokens: tokens.revokeAll,
  }
}
