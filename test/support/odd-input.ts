/** The part of JSON Schema that the API reference is written in. */
export interface Schema {
  $ref?: string
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  examples?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}

/** What people, other programs and attackers send: other types, the ends of numbers and calendars, text of every kind. */
export const oddities: readonly unknown[] = [
  undefined,
  null,
  [],
  {},
  true,
  -1,
  0,
  0.5,
  1e20,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '９９',
  '1,000.00',
  '😀'.repeat(30),
  'a'.repeat(10_001),
  'a\u0000b',
  '\ud800',
  '=1+1',
  '<script>alert(1)</script>',
  '%',
  '\\',
  "' OR 1=1 --",
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-20T06:00:00.123456789Z',
  'constructor',
  '__proto__',
  'Asia/Nowhere',
]

/** A sample that fits, made from the examples the reference prints. */
export function sampleOf(schema: Schema, resolve: (ref: string) => Schema): unknown {
  const sample = (inner: Schema): unknown => sampleOf(inner, resolve)
  if (schema.$ref !== undefined) return sample(resolve(schema.$ref))
  const told = schema.examples?.[0] ?? schema.const ?? schema.enum?.[0] ?? schema.default
  if (told !== undefined) return told
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (one !== undefined) return sample(one)
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(sample)) as unknown
  if (schema.type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, sample(inner)]))
  if (schema.type === 'array') return [sample(schema.items ?? {})]
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  return schema.format === 'date-time' ? '2026-11-20T06:00:00.000Z' : '益践'
}

type Place = readonly (string | number)[]

/** Every place in a sample that holds something, the whole of it included. */
export function placesOf(sample: unknown, at: Place = []): Place[] {
  if (typeof sample !== 'object' || sample === null) return [at]
  return [at, ...Object.entries(sample).flatMap(([name, inner]) => placesOf(inner, [...at, name]))]
}

/** The sample with something else in one place. */
export function spoilt(sample: unknown, [name, ...rest]: Place, value: unknown): unknown {
  if (name === undefined) return value
  const inner = (sample as Record<string | number, unknown>)[name]
  const copy = Array.isArray(sample) ? [...(sample as unknown[])] : { ...(sample as object) }
  return Object.assign(copy, { [name]: spoilt(inner, rest, value) })
}
