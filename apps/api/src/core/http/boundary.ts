import type { Language } from '@yijian/shared/kernel/language'
import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import type { App } from '../app.ts'
import { Problem, refuse, replyOf } from '../problems.ts'
import { StorageError } from '../storage.ts'

/** Gives each request its id and writes one line when it is answered: no path values, no personal data. */
export function traceRequests(app: App): RequestHandler {
  return (_request, response, next) => {
    const requestId = app.newId('request')
    response.locals['requestId'] = requestId
    response.set('X-Request-Id', requestId)
    const startedAt = process.hrtime.bigint()
    response.once('finish', () => {
      const ms = Number(process.hrtime.bigint() - startedAt) / 1e6
      app.log.info(
        { requestId, route: response.locals['route'] ?? null, status: response.statusCode, ms: Math.round(ms * 10) / 10 },
        'request',
      )
    })
    next()
  }
}

export const refuseUnknownPath: RequestHandler = () => {
  throw refuse('not-found', { what: 'address' })
}

/** The one way out for refusals and faults: an RFC 9457 reply in the language asked for. */
export function answerProblems(app: App): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const requestId = response.locals['requestId'] as string
    const problem = toProblem(error, requestId)
    if (error instanceof StorageError) app.log.error({ err: error, requestId }, 'storage fault')
    if (problem.code === 'internal-error') app.log.error({ err: error, requestId, route: response.locals['route'] }, 'fault')
    const reply = replyOf(problem, requestId, languageOf(request))
    if ('retryAfterSeconds' in problem.data) response.set('Retry-After', String(problem.data['retryAfterSeconds']))
    if (reply.status === 401) response.set('WWW-Authenticate', 'Bearer')
    response.status(reply.status).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(reply))
  }
}

function languageOf(request: Request): Language {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'
}

interface BodyParserError {
  type?: string
  limit?: number
  status?: number
}

function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StorageError) return refuse('storage-unavailable', { retryAfterSeconds: 5 })
  const { type, limit, status } = (error ?? {}) as BodyParserError
  if (type === 'entity.too.large') return refuse('body-too-large', { limitBytes: limit ?? 0 })
  if (type === 'entity.parse.failed' || type === 'charset.unsupported' || type === 'encoding.unsupported' || type === 'request.aborted')
    return refuse('malformed-body', {})
  if (error instanceof URIError || status === 400) return refuse('malformed-body', {})
  return refuse('internal-error', { requestId })
}
