import type { Limit } from '@yijian/shared/http/route'
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { refuse } from '../problems.ts'

/** Requests a minute for each person, or for each address before login. A crowd at a door shares one address. */
const perMinute: Record<Limit, number> = { read: 600, write: 120, login: 300, scan: 120, import: 12, upload: 30, check: 60 }

/** Routes that anybody may call and somebody may want to try through. */
const beforeLogin: ReadonlySet<Limit> = new Set(['login', 'check'])

/** The limiter of one route class; kept in memory, so it holds for each API process by itself. */
export function createLimits(keyOf: (request: Request) => string | null): Record<Limit, RequestHandler> {
  const limiter = (limit: Limit) =>
    rateLimit({
      windowMs: 60_000,
      limit: perMinute[limit],
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      identifier: limit,
      // Before login the header may hold any text: it must not open a budget of its own.
      keyGenerator: (request) => `${limit}:${(beforeLogin.has(limit) ? null : keyOf(request)) ?? ipKeyGenerator(request.ip ?? '')}`,
      handler: (_request, response) => {
        const retryAfterSeconds = Number(response.getHeader('Retry-After') ?? 60)
        throw refuse('too-many-requests', { retryAfterSeconds })
      },
    })
  return {
    read: limiter('read'),
    write: limiter('write'),
    login: limiter('login'),
    scan: limiter('scan'),
    import: limiter('import'),
    upload: limiter('upload'),
    check: limiter('check'),
  }
}
