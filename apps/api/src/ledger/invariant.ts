import type { Bilingual } from '@yijian/shared/kernel/language'
import type { Breach, ProofArea } from '@yijian/shared/ledger/proof'

/** What an invariant looks at: every row that could break it. */
export interface Things {
  /** `3 张凭证`, `3 journals`: words that follow a number. */
  words: Bilingual
  /** Tables and condition, as they follow `FROM`. */
  from: string
}

/** The rows that break an invariant, and what is told of each: expressions of SQL, evaluated for those rows only. */
export interface Broken {
  /**
   * Tables and condition, as they follow `FROM`: a row for each violation. What would put too much aside at once is asked
   * for range after range of accounts, and says by `within` which column lies in it.
   */
  from: string | ((within: (column: string) => string) => string)
  /** The id of the thing, or the path of the account. */
  id: string
  /** Which part of it: further ids, a month, the column that is off. */
  part?: string
  /** What stands there, and what should; in the unit of the ledger. Never a name or a text of a person. */
  expected?: string
  found?: string
}

/** Violations of a statement whose columns are what is told of them: `id`, `part`, `expected`, `found`. */
export function toldRows(select: string): Broken {
  return { id: 'id', part: 'part', expected: 'expected', found: 'found', from: `(${select}) broken` }
}

/** Something that always holds of the data, as data: a slice states its own, `proveLedger` counts them all. */
export interface Invariant {
  /** Short and stable, `balance-is-sum`: reports and alarms name it. */
  name: string
  area: ProofArea
  /** Its name as an auditor reads it. */
  title: Bilingual
  /** One sentence on what holds. */
  meaning: Bilingual
  things: Things
  /** What a violation would be, and so what is to be done. */
  breach: Breach
  broken: Broken
}

/** The invariants of one area; a slice has one. */
export function inArea(area: ProofArea, invariants: readonly Omit<Invariant, 'area'>[]): readonly Invariant[] {
  return invariants.map((invariant) => ({ area, ...invariant }))
}
