/** `pnpm ledger:verify`: recounts ledger, seats, attendance and hours from their rows, and fails when anything does not add up. */
import { createContext, databaseNow } from '@yijian/api/core/context'
import { invariants } from '@yijian/api/invariants'
import { proveLedger } from '@yijian/api/ledger/index'
import { spokenTime } from '@yijian/shared/kernel/time'
import type { Proof } from '@yijian/shared/ledger/proof'
import { breachWords, exampleLine } from '@yijian/shared/ledger/proof-words'
import { main } from './lib/lifetime.mjs'
import { requireEnv } from './lib/require-env.ts'
import { say } from './lib/say.mjs'
import { openScriptApp } from './lib/script-app.ts'
import { Sentence } from './lib/sentence.mjs'

/** No such database, no such table. */
const NOTHING_THERE = new Set([1049, 1146])

await main(async () => {
  const url = requireEnv('DATABASE_URL')
  const app = await openScriptApp(url, 2)
  try {
    say('ledger', `recounting ${new URL(url).pathname.slice(1)}`)
    const ctx = createContext(app, { kind: 'system', job: 'ledger-verify' }, app.newId('request'), await databaseNow(app))
    const proof = await proveLedger(ctx, invariants)
    console.log(`\n${printed(proof)}\n`)
    return proof.clean ? 0 : 1
  } catch (error) {
    if (!NOTHING_THERE.has((error as { errno?: number }).errno ?? 0)) throw error
    throw new Sentence('There is no ledger in this database yet, or not all of it: run migrate.mjs, or `npm start` for a demo.')
  } finally {
    await app.pool.end()
  }
})

function printed({ checkedAt, journals, entries, invariants, clean }: Proof): string {
  const lines = invariants.flatMap(({ name, title, meaning, things, looked, breach, violations, examples }) => {
    const verdict = violations === 0 ? 'holds' : `BROKEN ${violations.toLocaleString('en')} times`
    const line = `${verdict.padEnd(18)} ${name.padEnd(30)} ${title.zh}: ${meaning.en} (${looked.toLocaleString('en')} ${things.en})`
    if (violations === 0) return [line]
    const { means, next } = breachWords[breach]
    const named = examples.map((example) => exampleLine(example, 'en'))
    const left = violations - examples.length
    if (left > 0) named.push(`and ${left.toLocaleString('en')} more`)
    return [line, ...[...named, means.zh, ...next.zh, means.en, ...next.en].map((words) => `${''.padEnd(18)} ${words}`)]
  })
  const broken = invariants.filter(({ violations }) => violations > 0).length
  return [
    `${journals.toLocaleString('en')} journals with ${entries.toLocaleString('en')} entries, ${spokenTime(checkedAt, 'en')}`,
    ...lines,
    clean ? `Clean: all ${invariants.length} hold.` : `Not clean: ${broken} of ${invariants.length} are broken.`,
  ].join('\n')
}
