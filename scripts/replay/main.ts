/** `pnpm replay 2024 [--scale 0.01]`, or the path of a JSON file: a year through the real verbs, and its figures read back. */
import { parseArgs } from 'node:util'
import { main } from '../lib/lifetime.mjs'
import { requireEnv } from '../lib/require-env.ts'
import { say } from '../lib/say.mjs'
import { openScriptApp } from '../lib/script-app.ts'
import { Sentence } from '../lib/sentence.mjs'
import { prepareDatabase, replayDatabase } from './database.ts'
import { readDescription, scaled } from './description.ts'
import { type Progress, replayYear } from './replay-year.ts'
import { isRight, printed, readReport } from './report.ts'

const SAY_EVERY_MS = 5000
const SMALLEST_SCALE = 0.001

await main(async () => {
  const { scale, lanes, fresh, description } = readArguments()
  const url = await replayDatabase(requireEnv('DATABASE_URL'), { year: description.year, fresh })
  say('replay', `${description.year} at scale ${scale}, into the database ${new URL(url).pathname.slice(1)}`)
  await prepareDatabase(url)
  const app = await openScriptApp(url, lanes + 2)
  try {
    const programme = await replayYear(app, description, { lanes, progress: progressOf() })
    say('replay', 'reading the year back and recounting the ledger')
    const report = await readReport(app, description, programme)
    console.log(`\n${printed(report)}\n`)
    return isRight(report) ? 0 : 1
  } finally {
    await app.pool.end()
  }
})

/** Says every few seconds how far the year has come, at what rate, and how long the rest will take. */
function progressOf(): Progress {
  let began = performance.now()
  let said = 0
  return {
    say: (doing) => {
      say('replay', doing)
      began = performance.now()
    },
    advance: ({ done, of }, verbs) => {
      const now = performance.now()
      if (now - said < SAY_EVERY_MS && done < of) return
      said = now
      const elapsed = Math.max(1, now - began) / 1000
      const left = Math.round((elapsed / done) * (of - done))
      say('replay', `${done} of ${of} sessions, ${verbs} verbs, ${Math.round(verbs / elapsed)} a second, about ${left} s to go`)
    },
  }
}

const USAGE = 'pnpm replay 2024 [--scale 0.01] [--lanes 6] [--fresh]; in place of 2024 the path of a JSON description'

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scale: { type: 'string', default: '1' },
      lanes: { type: 'string', default: '6' },
      fresh: { type: 'boolean', default: false },
    },
  })
  const [scale, lanes] = [Number(values.scale), Number(values.lanes)]
  if (!(scale >= SMALLEST_SCALE && scale <= 1)) throw new Sentence(`--scale is a number from ${SMALLEST_SCALE} to 1: ${USAGE}`)
  if (!(Number.isInteger(lanes) && lanes >= 1 && lanes <= 32)) throw new Sentence(`--lanes is a number from 1 to 32: ${USAGE}`)
  return { scale, lanes, fresh: values.fresh, description: scaled(readDescription(positionals[0] ?? ''), scale) }
}
