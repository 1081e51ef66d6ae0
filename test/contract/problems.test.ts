import { bothWords } from '@yijian/shared/http/problem'
import { type ProblemCode, problems } from '@yijian/shared/problems'
import { contract } from '@yijian/shared/contract'
import type { RouteSpec } from '@yijian/shared/http/route'
import { Problem, replyOf } from '@yijian/api/core/problems'
import { problemReply } from '@yijian/shared/http/problem'
import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'

const codes = Object.keys(problems) as ProblemCode[]
const HAN = /\p{Script=Han}/u

describe('every problem', () => {
  it.each(codes)('%s speaks both languages and names the next step', (code) => {
    const definition = problems[code]
    const words = bothWords(definition as never, definition.example as never)
    for (const text of Object.values(words.zh)) expect(text).toMatch(HAN)
    for (const text of Object.values(words.en)) expect(text).not.toMatch(/undefined|NaN|\[object/)
    for (const text of [...Object.values(words.zh), ...Object.values(words.en)]) expect(text.length).toBeGreaterThan(1)
    expect(Object.values(words.zh).join()).not.toMatch(/undefined|NaN|\[object/)
  })

  it.each(codes)('%s replies in the shape of RFC 9457', (code) => {
    const reply = replyOf(new Problem(code, problems[code].example as Record<string, unknown>), 'req_0d3k9x2m4q7rt', 'en')
    expect(z.parse(problemReply, reply)).toMatchObject({ type: `/docs/problems#${code}`, code, status: problems[code].status })
    expect(reply.status).toBeGreaterThanOrEqual(400)
  })

  it('is answered by some route, by every route, or by a command', () => {
    const byCommand = ['operator-exists']
    const core = [
      'invalid-request',
      'malformed-body',
      'body-too-large',
      'unsupported-media-type',
      'login-required',
      'role-required',
      'not-found',
      'method-not-allowed',
    ]
    const everywhere = new Set<string>([
      ...core,
      ...byCommand,
      'idempotency-key-required',
      'idempotency-key-reused',
      'too-many-requests',
      'busy',
      'outcome-unknown',
      'internal-error',
    ])
    const declared = new Set<string>(Object.values(contract as Record<string, RouteSpec>).flatMap((spec) => spec.problems))
    expect(codes.filter((code) => !declared.has(code) && !everywhere.has(code))).toEqual([])
  })
})
