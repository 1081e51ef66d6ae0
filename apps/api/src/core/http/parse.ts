import type { FieldError } from '@yijian/shared/http/problem'
import type { RouteSpec } from '@yijian/shared/http/route'
import * as z from 'zod/mini'
import * as en from 'zod/v4/locales/en.js'
import * as zh from 'zod/v4/locales/zh-CN.js'
import { refuse } from '../problems.ts'

const words = { zh: zh.default().localeError, en: en.default().localeError }

type Part = 'params' | 'query' | 'body'

/** Parses what a request carries by the shapes of its route; every fault is named at once, in both languages. */
export function parseInput(spec: RouteSpec, raw: Record<Part, unknown>): Record<Part, unknown> {
  const errors: FieldError[] = []
  const parse = (part: Part): unknown => {
    const shape = spec[part]
    if (shape === undefined) return undefined
    const parsed = z.safeParse(shape, raw[part] ?? {})
    if (parsed.success) return parsed.data
    errors.push(...parsed.error.issues.map((issue) => fieldError(part, issue)))
    return undefined
  }
  const input = { params: parse('params'), query: parse('query'), body: parse('body') }
  if (errors.length > 0) throw refuse('invalid-request', { count: errors.length }, { errors })
  return input
}

function fieldError(part: Part, issue: z.core.$ZodIssue): FieldError {
  const say = (language: 'zh' | 'en') => {
    const message = words[language](issue as never)
    return typeof message === 'string' ? message : (message?.message ?? issue.message)
  }
  return { at: [part, ...issue.path].join('.'), zh: say('zh'), en: say('en') }
}
