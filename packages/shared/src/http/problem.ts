import * as z from 'zod/mini'
import type { Bilingual, Language } from '../kernel/language.ts'
import { named } from '../kernel/zod.ts'

/** What a person reads when something is refused: the rule, the value, the next step. */
export interface ProblemWords {
  title: string
  detail: string
  /** What the person can do now. */
  next: string
}

/** One business problem (业务提示): its HTTP status and its words in both languages. */
export interface ProblemDefinition<Data = never> {
  status: number
  /** Believable data, for the API reference and for the test that renders every problem. */
  example: Data
  zh: (data: Data) => ProblemWords
  en: (data: Data) => ProblemWords
}

/** Lets TypeScript infer each problem's data from its example. */
export function problem<Data>(definition: ProblemDefinition<Data>): ProblemDefinition<Data> {
  return definition
}

export interface FieldError {
  /** Where in the request: `body.capacity`, `query.limit`, `row 12, column hiredOn`. */
  at: string
  zh: string
  en: string
}

/** The RFC 9457 reply of every refusal, in the language asked for and in both. */
export const problemReply = named(
  'Problem',
  'A refusal after RFC 9457: names the rule, the value and the next step, in Chinese and English',
  z.object({
    type: z.string(),
    code: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    next: z.string(),
    instance: z.string(),
    data: z.record(z.string(), z.unknown()),
    texts: z.object({
      zh: z.object({ title: z.string(), detail: z.string(), next: z.string() }),
      en: z.object({ title: z.string(), detail: z.string(), next: z.string() }),
    }),
    errors: z.optional(z.array(z.object({ at: z.string(), zh: z.string(), en: z.string() }))),
  }),
)
export type ProblemReply = z.infer<typeof problemReply>

/** Words of a problem in one language; `definition` comes from the registry of all problems. */
export function wordsOf<Data>(definition: ProblemDefinition<Data>, data: Data, language: Language): ProblemWords {
  return definition[language](data)
}

export function bothWords<Data>(definition: ProblemDefinition<Data>, data: Data): Bilingual<ProblemWords> {
  return { zh: definition.zh(data), en: definition.en(data) }
}

/** A refusal as it reaches the caller of the typed client. */
export class ProblemError extends Error {
  readonly reply: ProblemReply

  constructor(reply: ProblemReply) {
    super(`${reply.code}: ${reply.texts.en.detail}`)
    this.name = 'ProblemError'
    this.reply = reply
  }

  get code(): string {
    return this.reply.code
  }
}
