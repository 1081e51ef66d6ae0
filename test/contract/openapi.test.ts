import { readFileSync } from 'node:fs'
import { printOpenApi } from '@yijian/api/core/http/openapi'
import { contract } from '@yijian/shared/contract'
import type { RouteSpec } from '@yijian/shared/http/route'
import { describe, expect, it } from 'vitest'

interface Operation {
  operationId: string
  summary: string
  security?: unknown[]
  parameters: { name: string; in: string; required: boolean }[]
  responses: Record<string, { content: Record<string, { examples?: object }> }>
}

const document = printOpenApi(contract) as unknown as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; examples: Record<string, object> }
}
const routes = Object.entries(contract as Record<string, RouteSpec>)
const operationOf = (spec: RouteSpec) => document.paths[`/api/v1${spec.path}`]?.[spec.method.toLowerCase()]

describe('the API reference', () => {
  it('is OpenAPI 3.1 and is the committed one', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(document)),
    )
  })

  it.each(routes)('%s is in it, with its status, refusals and parameters', (name, spec) => {
    const operation = operationOf(spec)
    expect(operation?.operationId).toBe(name)
    expect(operation?.responses[String(spec.status)]).toBeDefined()
    const named = [...spec.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect(operation?.parameters.filter((p) => p.in === 'path' && p.required).map((p) => p.name)).toEqual(named)
    expect(operation?.security === undefined).toBe(spec.access === 'public')
    const keyed = spec.method !== 'GET' && spec.idempotency !== 'own'
    expect(operation?.parameters.some((p) => p.name === 'Idempotency-Key')).toBe(keyed)
    const examples = Object.values(operation?.responses ?? {}).flatMap((response) =>
      Object.keys(response.content['application/problem+json']?.examples ?? {}),
    )
    expect(examples).toEqual(expect.arrayContaining([...spec.problems]))
  })

  it('refers to nothing that is missing', () => {
    const text = JSON.stringify(document)
    for (const [, section, name] of text.matchAll(/"#\/components\/(schemas|examples)\/([\w-]+)"/g)) {
      expect(document.components[section as 'schemas' | 'examples'][name ?? '']).toBeDefined()
    }
  })

  it('uses one path for one thing: no two routes share method and path', () => {
    const seen = routes.map(([, spec]) => `${spec.method} ${spec.path.replace(/\{\w+\}/g, '{}')}`)
    expect(new Set(seen).size).toBe(seen.length)
  })
})
