import { randomUUID } from 'node:crypto'
import type { App } from '@yijian/api/core/app'
import { inTransaction } from '@yijian/api/core/context'
import { startLogin } from '@yijian/api/people/start-login'
import { createServer, listen } from '@yijian/api/server'
import { contract } from '@yijian/shared/contract'
import { type Client, type Wire, createClient } from '@yijian/shared/http/client'
import { ProblemError, problemReply } from '@yijian/shared/http/problem'
import * as z from 'zod/mini'
import { systemCtx } from './database.ts'

export interface TestApi {
  /** Where the contract is mounted. */
  base: string
  /** The typed client before login. */
  anyone: Client<typeof contract>
  /** The typed client with an access token. */
  withToken: (token: string) => Client<typeof contract>
  /** Logs a person in and gives their client. */
  as: (person: { id: string }) => Promise<Client<typeof contract>>
  close: () => Promise<void>
}

/** The whole API on a port of its own; a refusal is thrown as ProblemError. */
export async function startApi(app: App): Promise<TestApi> {
  const { address, close } = await listen(app, createServer(app))
  const base = `${address}/api/v1`
  const withToken = (token: string) => createClient(contract, wireTo(base, token))
  const as = async (person: { id: string }) => {
    const login = await inTransaction(await systemCtx(app), (ctx) => startLogin(ctx, person.id, 'demo'))
    return withToken(login.accessToken)
  }
  return { base, anyone: createClient(contract, wireTo(base, null)), withToken, as, close }
}

function wireTo(base: string, token: string | null): Wire {
  return async ({ method, path, query, body, file, keyed, key }) => {
    const headers = new Headers({ 'Accept-Language': 'en' })
    if (token !== null) headers.set('Authorization', `Bearer ${token}`)
    if (keyed) headers.set('Idempotency-Key', key ?? randomUUID())
    if (file !== undefined) headers.set('Content-Type', file.type)
    else if (body !== undefined) headers.set('Content-Type', 'application/json')
    const sent = file === undefined ? JSON.stringify(body) : new Uint8Array(file.bytes)
    const response = await fetch(`${base}${path}?${new URLSearchParams(query)}`, {
      method,
      headers,
      ...(sent !== undefined && { body: sent }),
    })
    const reply: unknown = await response.json()
    if (!response.ok) throw new ProblemError(z.parse(problemReply, reply))
    return reply
  }
}
