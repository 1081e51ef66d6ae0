/**
 * What a rule answers (判定): yes, or the problem code with the values its words need.
 * Rules return verdicts on both sides; only verbs throw.
 */
export type Verdict<Code extends string = string> = Allowed | Refused<Code>

export interface Allowed {
  readonly ok: true
}

export interface Refused<Code extends string = string> {
  readonly ok: false
  readonly code: Code
  readonly data: Record<string, unknown>
}

export const allowed: Allowed = { ok: true }

export function refused<Code extends string>(code: Code, data: Record<string, unknown> = {}): Refused<Code> {
  return { ok: false, code, data }
}

/** The first refusal in order of importance, or yes. */
export function firstRefusal<Code extends string>(...verdicts: Verdict<Code>[]): Verdict<Code> {
  return verdicts.find((verdict) => !verdict.ok) ?? allowed
}
