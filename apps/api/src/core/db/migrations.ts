import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LOG = join('meta', '_journal.json')

/** Where the numbered SQL files lie: found upwards, so that source and bundle find the same folder. */
export function migrationsFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  const folder = join(from, 'drizzle')
  if (existsSync(join(folder, LOG))) return folder
  if (dirname(from) === from) throw new Error('the drizzle folder with the migrations is missing')
  return migrationsFolder(dirname(from))
}

interface MigrationLog {
  entries: { when: number }[]
}

/** Time stamp of the newest migration this code knows; the database must have reached it. */
export function newestMigration(): number {
  const log = JSON.parse(readFileSync(join(migrationsFolder(), LOG), 'utf8')) as MigrationLog
  return Math.max(0, ...log.entries.map((entry) => entry.when))
}
