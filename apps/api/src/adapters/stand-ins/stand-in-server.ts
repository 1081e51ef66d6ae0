import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface StandInCall {
  method: string
  query: URLSearchParams
  /** The parsed JSON body; undefined when there is none or it is not JSON. */
  body: unknown
}

export interface StandInRefusal {
  errcode: number
}

export interface StandInRoute {
  /** Fields that come with a refusal too, empty, as WeCom does. */
  emptyFields?: Record<string, unknown>
  /** A refusal, the fields of a success, or an image. */
  answer: (call: StandInCall) => StandInRefusal | Record<string, unknown> | Uint8Array
}

/** What can be made to go wrong. */
export type Fault =
  | { kind: 'errcode'; errcode: number }
  | { kind: 'http'; status: number }
  | { kind: 'moved'; to: string }
  | { kind: 'malformed' }
  | { kind: 'dropped' }
  /** The right answer, too late. */
  | { kind: 'slow'; delayMs: number }

export interface StandInServer {
  /** What the client is given as its base URL. */
  baseUrl: string
  /** How often a path (in full, from the first slash) was asked, failures included. */
  callsTo(path: string): number
  /** Makes the next calls of one path fail. */
  failNext(path: string, fault: Fault, times?: number): void
  close(): Promise<void>
}

interface StandInOptions {
  routes: Record<string, StandInRoute>
  /** Chosen by the system when absent. */
  port?: number
}

/** A platform on this machine that answers as the real one documents: refusals are HTTP 200, unknown paths 404 without a body. */
export async function startStandInServer({ routes, port = 0 }: StandInOptions): Promise<StandInServer> {
  const calls = new Map<string, number>()
  const faults = new Map<string, Fault[]>()

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    const body = await readJson(request)
    const route = routes[pathname]
    if (!route) return void response.writeHead(404).end()
    calls.set(pathname, (calls.get(pathname) ?? 0) + 1)

    const fault = faults.get(pathname)?.shift()
    if (fault?.kind === 'dropped') return void request.socket.destroy()
    if (fault?.kind === 'http') return void response.writeHead(fault.status).end('<html>')
    if (fault?.kind === 'moved') return void response.writeHead(301, { location: `${fault.to}${request.url}` }).end()
    if (fault?.kind === 'malformed') return void response.writeHead(200).end('{"errcode":0,')
    if (fault?.kind === 'slow') await pause(fault.delayMs, undefined, { ref: false })
    const answer =
      fault?.kind === 'errcode' ? { errcode: fault.errcode } : route.answer({ method: request.method ?? 'GET', query: searchParams, body })
    send(response, route, answer)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    callsTo: (path) => calls.get(path) ?? 0,
    failNext(path, fault, times = 1) {
      if (!routes[path]) throw new Error(`The stand-in has no path ${path}`)
      const queue = Array.from({ length: times }, () => fault)
      faults.set(path, [...(faults.get(path) ?? []), ...queue])
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function refusal(errcode: number): StandInRefusal {
  return { errcode }
}

function send(response: ServerResponse, route: StandInRoute, answer: ReturnType<StandInRoute['answer']>): void {
  if (answer instanceof Uint8Array) {
    response.writeHead(200, { 'content-type': answer[0] === 0x89 ? 'image/png' : 'image/jpeg' }).end(answer)
    return
  }
  // The real message names the caller's address and a trace number: whoever logs or matches it is found out here.
  const errmsg = 'refused by the stand-in, from ip: 203.0.113.7, rid: 0000-stand-in'
  const reply = answer.errcode ? { errcode: answer.errcode, errmsg, ...route.emptyFields } : answer
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(reply))
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}
