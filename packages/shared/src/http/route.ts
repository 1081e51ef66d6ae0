import type * as z from 'zod/mini'
import type { ProblemCode } from '../problems.ts'
import type { Role } from '../people/roles.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call a route. `public` needs no login, `employee` any login; a list names roles of which one is enough.
 * `host` means any login at the door, and that the verb itself asks for a host of the very project.
 */
export type Access = 'public' | 'employee' | 'host' | readonly Role[]

/** Named request budgets, enforced per person (or per address before login) in one place. */
export type Limit = 'read' | 'write' | 'login' | 'scan' | 'import' | 'upload' | 'check'

type Shape = z.core.$ZodType

export interface FileSpec {
  types: readonly string[]
  maxBytes: number
}

/** A reply of bytes in place of JSON. Its address is opened as it stands, by a link, so the typed client leaves the route out. */
export interface FileReply {
  kind: 'file'
  types: readonly string[]
}

export function fileReply(types: readonly string[]): FileReply {
  return { kind: 'file', types }
}

export function isFileReply(reply: RouteSpec['reply']): reply is FileReply {
  return 'kind' in reply && reply.kind === 'file'
}

/** What the handler of such a route answers. */
export interface FileContent {
  type: string
  /** As the person saves it; may be Chinese. */
  name: string
  sizeBytes: number
  /** Opened by the browser, or saved. */
  disposition: 'inline' | 'attachment'
  body: AsyncIterable<Uint8Array>
}

/** One operation of the API as data: mounted by the server, called by the client, printed into OpenAPI. */
export interface RouteSpec {
  method: Method
  /** Below `/api/v1`, with `{name}` for parameters. */
  path: string
  /** One sentence in English for the reference. */
  summary: string
  access: Access
  limit: Limit
  params?: Shape
  query?: Shape
  body?: Shape
  /** A raw upload in place of a JSON body. */
  file?: FileSpec
  status: 200 | 201 | 202
  reply: Shape | FileReply
  /** Domain problems it may answer, besides those any route may. */
  problems: readonly ProblemCode[]
  /** Writes are idempotent by key unless they carry their own single-use proof (a login code) or are told by their content (an upload). */
  idempotency?: 'key' | 'own'
}

/** Declares a route; the type keeps every literal. */
export function route<const R extends RouteSpec>(spec: R): R {
  return spec
}

export type Contract = Readonly<Record<string, RouteSpec>>

type Out<S> = S extends Shape ? z.core.output<S> : never
type In<S> = S extends Shape ? z.core.input<S> : never
type Present<R, K extends string> = R extends { [P in K]: infer S } ? (S extends Shape ? S : never) : never

type Part<R, K extends 'params' | 'query' | 'body', Parse extends 'in' | 'out'> = [Present<R, K>] extends [never]
  ? unknown
  : { [P in K]: Parse extends 'in' ? In<Present<R, K>> : Out<Present<R, K>> }

type FilePart<R> = R extends { file: FileSpec } ? { file: { type: string; bytes: Uint8Array } } : unknown

/** What a handler receives: parsed and with defaults filled in. */
export type RouteInput<R extends RouteSpec> = Part<R, 'params', 'out'> & Part<R, 'query', 'out'> & Part<R, 'body', 'out'> & FilePart<R>

/** What a caller gives: defaults may be left out. */
export type RouteCall<R extends RouteSpec> = Part<R, 'params', 'in'> & Part<R, 'query', 'in'> & Part<R, 'body', 'in'> & FilePart<R>

export type RouteReply<R extends RouteSpec> = R['reply'] extends FileReply ? FileContent : Out<R['reply']>
