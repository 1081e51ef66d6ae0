import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface WeComWebStandInOptions {
  corpId: string
  agentId: number
  /** The host that the console names as the place to come back to (授权回调域). */
  trustedHost: string
  /** Gives the code for whoever scans: `mintWebCode` of the API's stand-in. */
  mintCode: () => string
}

export interface WeComWebStandIn {
  baseUrl: string
  close: () => Promise<void>
}

/** A refusal of the login page: WeCom shows it to the person and does not send them back. */
type Refusal = 40013 | 40056 | 40058 | 50001

/** The pages of WeCom's web login, with somebody who scans at once; what they refuse is refused with the documented number. */
export async function startWeComWebStandIn(options: WeComWebStandInOptions): Promise<WeComWebStandIn> {
  const answers: Record<string, (query: URLSearchParams) => Refusal | null> = {
    '/wwlogin/sso/login': (query) => (query.get('login_type') === 'CorpApp' ? refusalOf(query, options) : 40058),
    '/connect/oauth2/authorize': (query) =>
      query.get('response_type') === 'code' && query.get('scope') === 'snsapi_base' ? refusalOf(query, options) : 40058,
  }
  const server = createServer((request, response) => answer(request, response, answers, options))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  answers: Record<string, (query: URLSearchParams) => Refusal | null>,
  { mintCode }: WeComWebStandInOptions,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
  const check = answers[pathname]
  if (check === undefined) return void response.writeHead(404).end()
  const refusal = check(searchParams)
  if (refusal !== null) return void response.writeHead(200, { 'content-type': 'text/html' }).end(`errcode ${refusal}`)
  const back = new URL(searchParams.get('redirect_uri') ?? '')
  back.searchParams.set('code', mintCode())
  back.searchParams.set('state', searchParams.get('state') ?? '')
  response.writeHead(302, { location: back.href }).end()
}

function refusalOf(query: URLSearchParams, { corpId, agentId, trustedHost }: WeComWebStandInOptions): Refusal | null {
  if (query.get('appid') !== corpId) return 40013
  if (query.get('agentid') !== String(agentId)) return 40056
  if (!/^[A-Za-z0-9]{1,128}$/.test(query.get('state') ?? '')) return 40058
  const back = query.get('redirect_uri') ?? ''
  return URL.canParse(back) && new URL(back).host === trustedHost ? null : 50001
}
