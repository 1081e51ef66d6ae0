import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../scripts/database.mjs'
import { benchGiving } from './giving.ts'
import { benchExports } from './exports.ts'
import { benchLists } from './lists.ts'
import { benchPosting } from './posting.ts'
import type { BenchRow } from './row.ts'
import { benchSignup } from './signup.ts'

/** `pnpm bench`: every speed as a ratio to a limit taken in the same run, on a throw-away database; then the sizes of the builds. */
const database = await openDatabase({ given: process.env['TEST_DATABASE_URL'], throwaway: true })
process.env['TEST_DATABASE_URL'] = database.url
let behind = 0
try {
  for (const bench of [benchPosting, benchSignup, benchGiving, benchLists, benchExports]) {
    for (const row of await bench()) print(row)
  }
} finally {
  await database.stop()
}
for (const target of ['weapp', 'h5']) {
  const { status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('../../apps/miniapp/config/check-build.mjs', import.meta.url)), target],
    { stdio: 'inherit' },
  )
  if (status !== 0) behind += 1
}
process.exitCode = behind === 0 ? 0 : 1

function print({ name, ratio, goal, detail }: BenchRow): void {
  const reached = ratio >= goal
  if (!reached) behind += 1
  console.log(`${reached ? '✓' : '✗'} ${ratio.toFixed(2)} (goal ${goal}) ${name}: ${detail}`)
}
