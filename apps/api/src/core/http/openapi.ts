import { type Contract, type RouteSpec, isFileReply } from '@yijian/shared/http/route'
import { problemReply } from '@yijian/shared/http/problem'
import { type ProblemCode, problems } from '@yijian/shared/problems'
import * as z from 'zod/mini'
import { Problem, replyOf } from '../problems.ts'

type Json = Record<string, unknown>

/** Problems any route may answer, by what the route is. */
function everywhere(spec: RouteSpec): ProblemCode[] {
  const codes: ProblemCode[] = ['too-many-requests', 'busy', 'internal-error']
  if (spec.access !== 'public') codes.push('login-required')
  if (Array.isArray(spec.access)) codes.push('role-required')
  if (spec.params !== undefined || spec.query !== undefined || spec.body !== undefined) codes.push('invalid-request')
  if (spec.params !== undefined) codes.push('not-found')
  if (spec.body !== undefined) codes.push('malformed-body', 'body-too-large')
  if (spec.file !== undefined) codes.push('unsupported-media-type', 'body-too-large')
  if (spec.method !== 'GET' && spec.idempotency !== 'own')
    codes.push('idempotency-key-required', 'idempotency-key-reused', 'outcome-unknown')
  return codes
}

/** OpenAPI 3.1 from the very shapes the API parses with; nothing in it is written twice. */
export function printOpenApi(contract: Contract): Json {
  const components = componentSchemas()
  const paths: Record<string, Json> = {}
  for (const [name, spec] of Object.entries(contract)) {
    const path = `/api/v1${spec.path}`
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operation(name, spec) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '益践 Yijian API',
      version: '1',
      description:
        'Employee volunteering on one double-entry ledger. Times are instants in UTC, days are calendar days in Asia/Shanghai, amounts are whole minutes, fen and points. Refusals are RFC 9457 problems in Chinese and English.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(Object.values(contract).map(tagOf))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      examples: problemExamples(),
      securitySchemes: { login: { type: 'http', scheme: 'bearer', description: 'Access token of a login' } },
    },
  }
}

const REFS = '#/components/schemas/'

/** The schema of one shape; shapes with a name become references to the components. */
function schemaOf(shape: z.core.$ZodType, io: 'input' | 'output'): Json {
  const id = z.globalRegistry.get(shape)?.id
  if (id !== undefined) return { $ref: `${REFS}${id}` }
  const { $schema: _, $defs: __, ...schema } = z.toJSONSchema(shape, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${REFS}`)) as Json
}

function componentSchemas(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io: 'output',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    uri: (id) => `${REFS}${id}`,
  }) as { schemas: Record<string, Json> }
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  )
}

function tagOf(spec: RouteSpec): string {
  return spec.path.split('/')[1] ?? 'other'
}

function operation(name: string, spec: RouteSpec): Json {
  const keyed = spec.method !== 'GET' && spec.idempotency !== 'own'
  return {
    operationId: name,
    summary: spec.summary,
    description: `Access: ${accessWords(spec)}. Budget: ${spec.limit}.`,
    tags: [tagOf(spec)],
    ...(spec.access === 'public' ? {} : { security: [{ login: [] }] }),
    parameters: [...parameters('path', spec.params), ...parameters('query', spec.query), ...(keyed ? [KEY_PARAMETER] : [])],
    ...requestBody(spec),
    responses: {
      [spec.status]: { description: 'Done', content: replyContent(spec) },
      ...problemResponses(spec),
    },
  }
}

function replyContent({ reply }: RouteSpec): Json {
  if (!isFileReply(reply)) return { 'application/json': { schema: schemaOf(reply, 'output') } }
  return Object.fromEntries(reply.types.map((type) => [type, { schema: { type: 'string', contentEncoding: 'binary' } }]))
}

function accessWords({ access }: RouteSpec): string {
  if (access === 'public') return 'anybody'
  if (access === 'employee') return 'every employee'
  if (access === 'host') return 'hosts of the project'
  return access.join(' or ')
}

const KEY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'One unique key for each action, kept on retries; 8 to 80 letters, digits, dot, colon, dash or underscore',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,80}$' },
  example: '0d3k9x2m4q7rt-1',
}

function parameters(where: 'path' | 'query', shape: z.core.$ZodType | undefined): Json[] {
  if (shape === undefined) return []
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: required.includes(name),
    ...(schema['description'] === undefined ? {} : { description: schema['description'] }),
    schema,
  }))
}

function requestBody(spec: RouteSpec): Json {
  if (spec.file !== undefined) {
    const content = Object.fromEntries(spec.file.types.map((type) => [type, { schema: { type: 'string', contentEncoding: 'binary' } }]))
    return { requestBody: { required: true, description: `At most ${spec.file.maxBytes} bytes`, content } }
  }
  return spec.body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(spec.body, 'input') } } } }
}

function problemResponses(spec: RouteSpec): Json {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of new Set([...spec.problems, ...everywhere(spec)])) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const entries = [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [String(status), problemResponse(codes)])
  return Object.fromEntries(entries) as Json
}

function problemResponse(codes: ProblemCode[]): Json {
  const examples = Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]))
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    content: { 'application/problem+json': { schema: schemaOf(problemReply, 'output'), examples } },
  }
}

function problemExamples(): Json {
  const codes = Object.keys(problems).sort() as ProblemCode[]
  return Object.fromEntries(
    codes.map((code) => [
      code,
      { value: replyOf(new Problem(code, problems[code].example as Record<string, unknown>), 'req_0d3k9x2m4q7rt', 'zh') },
    ]),
  )
}
