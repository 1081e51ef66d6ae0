import { type FieldError, type ProblemReply, type ProblemWords, bothWords } from '@yijian/shared/http/problem'
import type { Language } from '@yijian/shared/kernel/language'
import type { Refused, Verdict } from '@yijian/shared/kernel/verdict'
import { type ProblemCode, type ProblemData, problems } from '@yijian/shared/problems'

/** A refusal thrown by a verb; the boundary turns it into an RFC 9457 reply. */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly data: Record<string, unknown>
  readonly errors: FieldError[] | undefined
  /** What was written before the refusal is kept: a refused scan is recorded all the same. */
  readonly keepsWrites: boolean

  constructor(code: ProblemCode, data: Record<string, unknown>, options: { errors?: FieldError[]; keepsWrites?: boolean } = {}) {
    super(code)
    this.code = code
    this.data = data
    this.errors = options.errors
    this.keepsWrites = options.keepsWrites ?? false
  }
}

/** A problem with exactly the data its words need. */
export function refuse<C extends ProblemCode>(
  code: C,
  data: ProblemData<C>,
  options: { errors?: FieldError[]; keepsWrites?: boolean } = {},
): Problem {
  return new Problem(code, data as Record<string, unknown>, options)
}

/** Throws the refusal of a verdict; rules decide, verbs throw. */
export function enforce<C extends ProblemCode>(verdict: Verdict<C>, options: { keepsWrites?: boolean } = {}): void {
  if (!verdict.ok) throw problemOf(verdict, options)
}

export function problemOf<C extends ProblemCode>(refused: Refused<C>, options: { keepsWrites?: boolean } = {}): Problem {
  return new Problem(refused.code, refused.data, options)
}

/** The reply a person or a program reads. */
export function replyOf(problem: Problem, instance: string, language: Language): ProblemReply {
  const definition = problems[problem.code]
  // The registry ties code and data together; a Problem is only made through `refuse` or a typed verdict.
  const texts = bothWords(definition as never, problem.data as never) as Record<Language, ProblemWords>
  return {
    type: `/docs/problems#${problem.code}`,
    code: problem.code,
    status: definition.status,
    ...texts[language],
    instance,
    data: problem.data,
    texts,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  }
}
