import { type Contract, type FileReply, type RouteCall, type RouteReply, type RouteSpec } from './route.ts'

/** A request as the wire carries it; `key` is the idempotency key of a write. */
export interface WireRequest {
  method: RouteSpec['method']
  path: string
  query: Record<string, string>
  body: unknown
  file: { type: string; bytes: Uint8Array } | undefined
  /** Whether the wire must add an idempotency key. */
  keyed: boolean
  /** Given by the caller to repeat an action; the wire makes one otherwise. */
  key: string | undefined
  /** Whether a login goes with it. */
  signedIn: boolean
}

/** Sends one request and returns the parsed reply, or throws a ProblemError. */
export type Wire = (request: WireRequest) => Promise<unknown>

export interface CallOptions {
  /** Keep the same key when the same action is sent again. */
  key?: string
}

type Call<R extends RouteSpec> =
  unknown extends RouteCall<R>
    ? (call?: Record<never, never>, options?: CallOptions) => Promise<RouteReply<R>>
    : (call: RouteCall<R>, options?: CallOptions) => Promise<RouteReply<R>>

/** Routes that answer bytes are no part of it: their address is opened, not called. */
export type Client<C extends Contract> = { [Name in keyof C as C[Name]['reply'] extends FileReply ? never : Name]: Call<C[Name]> }

interface AnyCall {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  file?: { type: string; bytes: Uint8Array }
}

/** A plain object with one function for each route of the contract. */
export function createClient<C extends Contract>(contract: C, wire: Wire): Client<C> {
  // The mini-program's build leaves the replies out of the contract, so only the type can tell a file route here.
  const entries = Object.entries(contract).map(([name, spec]) => {
    const call = (input: AnyCall = {}, options: CallOptions = {}) =>
      wire({
        method: spec.method,
        path: fillPath(spec.path, input.params ?? {}),
        query: queryStrings(input.query ?? {}),
        body: input.body,
        file: input.file,
        keyed: spec.method !== 'GET' && spec.idempotency !== 'own',
        key: options.key,
        signedIn: spec.access !== 'public',
      })
    return [name, call]
  })
  // The names and types come from the contract itself, entry by entry.
  return Object.fromEntries(entries) as Client<C>
}

function fillPath(path: string, params: Record<string, unknown>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
}

function queryStrings(query: Record<string, unknown>): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return Object.fromEntries(given.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]))
}
