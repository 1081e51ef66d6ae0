/** `pnpm verify`: everything that can be checked without a database. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { main } from './lib/lifetime.mjs'
import { sideBySide } from './lib/pool.mjs'
import { attempt, root } from './lib/run.mjs'
import { say, seconds } from './lib/say.mjs'

const bin = (/** @type {string} */ name) => (name === 'node' ? process.execPath : join(root, 'node_modules/.bin', name))
const typescript = (/** @type {string} */ project) => [
  'tsc',
  '-p',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  join(root, '.data/types', `${project.replaceAll('/', '-')}.tsbuildinfo`),
]

/** The longest first, so that two cores end together. @type {Record<string, string[]>} */
const steps = {
  'types: apps/miniapp': typescript('apps/miniapp'),
  'types: apps/api': typescript('apps/api'),
  'types: test, scripts': typescript('.'),
  'types: packages/shared': typescript('packages/shared'),
  'dead code': ['knip', '--no-progress'],
  boundaries: ['depcruise', 'apps', 'packages', 'scripts', 'test'],
  lint: ['oxlint'],
  migrations: ['node', 'scripts/check-migrations.mjs'],
  openapi: ['tsx', 'scripts/openapi.ts', '--check'],
  docs: ['tsx', 'scripts/check-docs.ts'],
  format: ['oxfmt', '--check'],
}

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function verify() {
  mkdirSync(join(root, '.data/types'), { recursive: true })
  const jobs = Object.entries(steps).map(([name, [tool = '', ...args]]) => async () => {
    const began = performance.now()
    const { code, output } = await attempt(bin(tool), args)
    say('verify', `${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(24)} ${seconds(began).padStart(5)} s`)
    return { name, code, output }
  })
  const failed = (await sideBySide(jobs)).filter(({ code }) => code !== 0)
  for (const { name, output } of failed) console.log(`\n── ${name} ──\n${output.trim()}`)
  return { passed: jobs.length - failed.length, failed: failed.length }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const { passed, failed } = await verify()
    console.log(`\n${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  })
}
