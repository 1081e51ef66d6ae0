import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the numbered SQL files lie. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../../../drizzle', import.meta.url))

interface MigrationLog {
  entries: { when: number }[]
}

/** Time stamp of the newest migration this code knows; the database must have reached it. */
export function newestMigration(): number {
  const log = JSON.parse(readFileSync(`${MIGRATIONS_FOLDER}/meta/_journal.json`, 'utf8')) as MigrationLog
  return Math.max(0, ...log.entries.map((entry) => entry.when))
}
