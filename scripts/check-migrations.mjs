/** Fails when a tables.ts says something that no migration has brought to the database yet. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { main, onStop } from './lib/lifetime.mjs'
import { root, run } from './lib/run.mjs'
import { Sentence } from './lib/sentence.mjs'

await main(async () => {
  // drizzle-kit takes only a folder below the project.
  mkdirSync(join(root, '.data'), { recursive: true })
  const copy = mkdtempSync(join(root, '.data/migrations-'))
  onStop(() => rmSync(copy, { recursive: true }))
  cpSync(join(root, 'drizzle'), copy, { recursive: true })
  const flags = ['--dialect', 'mysql', '--schema', './apps/api/src/*/tables.ts', '--out', relative(root, copy)]
  const report = await run(join(root, 'node_modules/.bin/drizzle-kit'), ['generate', ...flags], { what: 'drizzle-kit generate' })
  const known = new Set(readdirSync(join(root, 'drizzle')))
  const missing = readdirSync(copy).some((file) => file.endsWith('.sql') && !known.has(file))
  if (missing) throw new Sentence('The tables differ from the migrations: run `pnpm db:new <name>` and commit what it writes.')
  // Where it would have to ask a question it writes nothing and still ends well.
  if (!report.includes('nothing to migrate')) throw new Sentence(report)
})
