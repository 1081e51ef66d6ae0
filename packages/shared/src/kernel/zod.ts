import * as z from 'zod/mini'

/** Gives a shape the name and the one sentence that OpenAPI prints for it. */
export function named<T extends z.core.$ZodType>(id: string, description: string, shape: T): T {
  z.globalRegistry.add(shape, { id, description })
  return shape
}

/** Gives a field its meaning, unit and an example; written for the reader of the API reference. */
export function field<T extends z.core.$ZodType>(shape: T, description: string, example?: z.core.output<T>): T {
  // A clone, so that two fields made from one shape keep their own words.
  const own = z.clone(shape as never) as unknown as T
  z.globalRegistry.add(own, example === undefined ? { description } : { description, examples: [example] })
  return own
}

/** Text a person typed: trimmed, bounded, without control characters other than line breaks and without halves of characters. */
export function text(maxLength: number, minLength = 1) {
  return z.string().check(
    z.trim(),
    z.minLength(minLength),
    z.maxLength(maxLength),
    // oxlint-disable-next-line no-control-regex -- the control characters are what is refused
    z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*$/u),
  )
}

/** A whole number between two bounds. */
export function whole(min: number, max: number = Number.MAX_SAFE_INTEGER) {
  return z.int().check(z.minimum(min), z.maximum(max))
}

/** An instant in UTC, ISO 8601 with milliseconds and `Z`. */
export const instant = field(z.iso.datetime(), 'An instant in UTC', '2026-11-20T06:00:00.000Z')

/** A calendar day in Asia/Shanghai, `2026-11-20`. */
export const day = field(z.iso.date(), 'A calendar day in Asia/Shanghai', '2026-11-20')

/** The same words in both languages. */
export const bilingual = z.object({ zh: z.string(), en: z.string() })
