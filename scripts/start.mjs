/** `npm start`: from a fresh clone to a running product. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { openDatabase } from './database.mjs'
import { main, onStop } from './lib/lifetime.mjs'
import { banner } from './lib/banner.mjs'
import { attachNode, root } from './lib/run.mjs'
import { say, step } from './lib/say.mjs'
import { Sentence } from './lib/sentence.mjs'
import { bringPackages, buildH5, checkNode, runOurs } from './lib/setup.mjs'

const port = Number(process.env.PORT || 8787)
const address = `http://127.0.0.1:${port}`

function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Sentence(`PORT should be a number from 1 to 65535, not ${process.env.PORT}.`)
  return new Promise((resolve, reject) => {
    const taken = `Port ${port} is taken by another program; stop it, or choose another: PORT=${port + 1} npm start`
    const probe = createServer().on('error', (error) =>
      reject(new Sentence('code' in error && error.code === 'EADDRINUSE' ? taken : error.message)),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(resolve))
  })
}

async function bringDatabase() {
  const database = await openDatabase()
  onStop(() => (say('database', 'stopping'), database.stop()))
  say('database', database.about)
  return database
}

/** @param {NodeJS.ProcessEnv} env */
async function fillDatabase(env) {
  await step('database', 'migrating', () => runOurs('apps/api/src/migrate.ts', env))
  await step('demo data', 'checking or filling', () => runOurs('scripts/seed.ts', env))
}

/** @param {NodeJS.ProcessEnv} env @param {string} logFile */
async function startApi(env, logFile) {
  const log = openSync(logFile, 'w')
  const api = attachNode(['--import', 'tsx', 'apps/api/src/main.ts'], { env, output: log })
  closeSync(log)
  let running = true
  void api.ended.then(() => (running = false))
  for (let tries = 0; running && tries < 600; tries++) {
    const ready = await fetch(`${address}/readyz`).catch(() => undefined)
    if (ready?.ok) return api
    await new Promise((wake) => setTimeout(wake, 100))
  }
  const lastLines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-10)
  throw new Sentence(`${lastLines.join('\n')}\nThe API did not start; its log is ${logFile}.`)
}

await main(async () => {
  checkNode()
  await checkPort()
  const [database] = await Promise.all([bringDatabase(), bringPackages()])
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    YIJIAN_MODE: 'demo',
    PORT: String(port),
    H5_DIR: join(root, 'apps/miniapp/dist/h5'),
  }
  await Promise.all([fillDatabase(env), buildH5()])

  mkdirSync(join(root, '.data'), { recursive: true })
  const logFile = join(root, '.data/api.log')
  const api = await step('api', 'starting', () => startApi(env, logFile))
  onStop(() => say('api', 'stopping'))
  const logins = join(root, '.data/demo-logins.json')
  console.log(banner(address, existsSync(logins) ? JSON.parse(readFileSync(logins, 'utf8')) : []))

  const lost = database.lost.then(() => {
    throw new Sentence('The database server ended unexpectedly; its log is in .data.')
  })
  const code = await Promise.race([api.ended, lost])
  throw new Sentence(`The API ended unexpectedly (exit ${code}); its log is ${logFile}.`)
}, 0)
