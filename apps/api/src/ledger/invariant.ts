import type { Bilingual } from '@yijian/shared/kernel/language'
import type { Breach, ProofArea } from '@yijian/shared/ledger/proof'

/** What an invariant looks at: every row that could break it. */
export interface Things {
  /** `3 张凭证`, `3 journals`: words that follow a number. */
  words: Bilingual
  /** Tables and condition, as they follow `FROM`. */
  from: string
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
  /** Counts the rows that break it. One statement sees one moment, so that posting may go on meanwhile. */
  sql: string
}

/** The invariants of one area; a slice has one. */
export function inArea(area: ProofArea, invariants: readonly Omit<Invariant, 'area'>[]): readonly Invariant[] {
  return invariants.map((invariant) => ({ area, ...invariant }))
}
