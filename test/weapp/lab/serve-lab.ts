import { createServer, request as httpRequest } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sendFile } from '../../support/file-server.ts'

/** Serves a built lab and passes `/api` on, so that the mini-program meets the real server without a foreign origin. */
export async function serveLab(folder: string, apiBase: string | undefined): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/api/')) passOn(request, response, apiBase)
    else void sendFile(folder, pathname, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function passOn(request: IncomingMessage, response: ServerResponse, apiBase: string | undefined) {
  if (!apiBase) return void response.writeHead(502).end()
  const forward = httpRequest(new URL(request.url ?? '/', apiBase), { method: request.method, headers: request.headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(response)
  })
  forward.on('error', () => response.writeHead(502).end())
  request.pipe(forward)
}
