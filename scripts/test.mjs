/** `npm test`: from a fresh clone to a run of everything. The last line is `N passed, N failed`. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findOrInstallServer } from './lib/binary.mjs'
import { isStopping, main } from './lib/lifetime.mjs'
import { attachNode, root } from './lib/run.mjs'
import { say } from './lib/say.mjs'
import { Sentence } from './lib/sentence.mjs'
import { bringPackages, buildH5, buildWeapp, checkNode } from './lib/setup.mjs'
import { bringTestTools } from './lib/tools.mjs'
import { verify } from './verify.mjs'

const filters = process.argv.slice(2)
const reportFile = join(root, '.data/vitest.json')

/** @param {string} browser */
async function runVitest(browser) {
  mkdirSync(join(root, '.data'), { recursive: true })
  rmSync(reportFile, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const { ended } = attachNode(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters], { env: { CHROMIUM_PATH: browser } })
  const code = await ended
  return existsSync(reportFile) ? tally(code) : { passed: 0, failed: 1 }
}

/** Tests that passed and failed; a file that broke before its first test counts as one failure. @param {number} code */
function tally(code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  const report = JSON.parse(readFileSync(reportFile, 'utf8'))
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  const failed = report.numFailedTests + broken
  if (report.numPendingTests > 0) say('tests', `${report.numPendingTests} skipped`)
  if (report.numPassedTests + failed === 0) console.error('No test was run.')
  // An error outside of any test, or no test at all, fails the run too.
  return { passed: report.numPassedTests, failed: failed === 0 && (code !== 0 || report.numPassedTests === 0) ? 1 : failed }
}

async function runEverything() {
  checkNode()
  await bringPackages()
  if (!process.env.TEST_DATABASE_URL && !process.env.DATABASE_URL) await findOrInstallServer()
  const browser = await bringTestTools()
  const checks = filters.length > 0 ? { passed: 0, failed: 0 } : await verify()
  const builds = await build()
  const tests = await runVitest(browser)
  const sum = (/** @type {'passed' | 'failed'} */ what) => checks[what] + builds[what] + tests[what]
  return { passed: sum('passed'), failed: sum('failed') }
}

/** A build that breaks is one failure; what does not need it is still tested. */
async function build() {
  const count = { passed: 0, failed: 0 }
  for (const platform of [buildH5, buildWeapp]) {
    try {
      await platform()
      count.passed++
    } catch (error) {
      tell(error)
      count.failed++
    }
  }
  return count
}

/** @param {unknown} error */
function tell(error) {
  if (!isStopping()) console.error(error instanceof Sentence ? `\n${error.message}\n` : error)
}

await main(async () => {
  const { passed, failed } = await runEverything().catch((error) => {
    tell(error)
    return { passed: 0, failed: 1 }
  })
  if (isStopping()) return
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
