/** Something that always holds of the data, as data: a slice states its own, `proveLedger` counts them all. */
export interface Invariant {
  /** Short and stable, `balance-is-sum`: reports and alarms name it. */
  name: string
  /** One sentence on what holds. */
  meaning: string
  /** Counts the rows that break it. One statement sees one moment, so that posting may go on meanwhile. */
  sql: string
}
