/** Runs a command with DATABASE_URL of this project's database, which is up for as long as the command runs. */
import { delimiter, join } from 'node:path'
import { openDatabase } from './database.mjs'
import { main, onStop } from './lib/lifetime.mjs'
import { attach, root } from './lib/run.mjs'
import { Sentence } from './lib/sentence.mjs'

await main(async () => {
  const [command, ...args] = process.argv.slice(2)
  if (!command) throw new Sentence('Usage: node scripts/with-database.mjs <command> [arguments]')
  const database = await openDatabase()
  onStop(database.stop)
  const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  return attach(command, args, { cwd: process.cwd(), env: { PATH, DATABASE_URL: database.url } }).ended
})
