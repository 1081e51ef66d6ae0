import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { asRoot, initialise, lastErrors, temporaryIn } from './data-folder.mjs'
import { askRelease } from './handshake.mjs'
import { Sentence } from './sentence.mjs'

/** @typedef {{ binary: string, flavour: string, folder: string, socket: string, throwaway: boolean }} Setup */

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** The port of last time when it is free, so that a person's database client stays connected to it. @param {string} remembered @returns {Promise<number>} */
async function freePort(remembered) {
  /** @param {number} port @returns {Promise<number | undefined>} */
  const tryPort = (port) =>
    new Promise((resolve) => {
      const probe = createServer().on('error', () => resolve(undefined))
      probe.listen(port, '127.0.0.1', () => {
        const address = probe.address()
        probe.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
      })
    })
  const port = (existsSync(remembered) && (await tryPort(Number(readFileSync(remembered, 'utf8'))))) || (await tryPort(0))
  if (!port) throw new Sentence('No free port on 127.0.0.1.')
  writeFileSync(remembered, String(port))
  return port
}

/** The owner's password: generated once, readable by the person alone. @param {string} folder */
function password(folder) {
  const file = join(folder, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** A server that outlived its keeper holds the data folder; it is ours to end. @param {string} folder */
async function endLeftover(folder) {
  const file = join(folder, 'server.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  for (let wait = 0; pid && wait < 300 && isOurs(pid, folder); wait++) {
    if (wait === 0) process.kill(pid, 'SIGTERM')
    await pause(100)
  }
}

/** @param {number} pid @param {string} folder */
function isOurs(pid, folder) {
  try {
    const proc = `/proc/${pid}/cmdline`
    const command = existsSync('/proc/self')
      ? readFileSync(proc, 'utf8')
      : execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes(`--datadir=${join(folder, 'data')}`)
  } catch {
    return false
  }
}

/** What the server runs before it listens: our database, its owner, and no way in without a password. @param {string} flavour @param {string} secret */
function firstStatements(flavour, secret) {
  const owner = "'yijian'@'127.0.0.1'"
  return [
    'CREATE DATABASE IF NOT EXISTS yijian CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;',
    `CREATE USER IF NOT EXISTS ${owner} IDENTIFIED BY '${secret}';`,
    `GRANT ALL PRIVILEGES ON *.* TO ${owner} WITH GRANT OPTION;`,
    ...(flavour === 'MySQL' ? [`ALTER USER 'root'@'localhost' IDENTIFIED BY '${secret}';`] : []),
  ].join('\n')
}

/** @param {Setup} setup @param {number} port */
function settingsOf({ flavour, folder, socket, throwaway }, port) {
  const settings = {
    datadir: join(folder, 'data'),
    tmpdir: temporaryIn(folder),
    socket,
    'pid-file': join(folder, 'server.pid'),
    'log-error': join(folder, 'server.log'),
    'init-file': join(folder, 'init.sql'),
    port,
    'bind-address': '127.0.0.1',
    'character-set-server': 'utf8mb4',
    'collation-server': 'utf8mb4_unicode_ci',
    'default-time-zone': '+00:00',
    'transaction-isolation': 'READ-COMMITTED',
    'max-connections': 400,
    'innodb-buffer-pool-size': '256M',
    ...(throwaway && { 'innodb-flush-log-at-trx-commit': 0, 'innodb-doublewrite': 0 }),
    ...(flavour === 'MySQL' && { mysqlx: 0, 'secure-file-priv': 'NULL', 'performance-schema': 'OFF' }),
  }
  const named = Object.entries(settings).map(([name, value]) => `--${name}=${value}`)
  return ['--no-defaults', ...named, '--skip-log-bin', '--skip-name-resolve', ...asRoot()]
}

/** Starts the server on its folder and waits until it answers. @param {Setup} setup */
export async function startServer(setup) {
  const { binary, flavour, folder, throwaway } = setup
  await endLeftover(folder)
  if (!existsSync(join(folder, 'data'))) initialise(setup)

  const secret = password(folder)
  const port = await freePort(join(folder, 'port'))
  const log = join(folder, 'server.log')
  writeFileSync(log, '')
  writeFileSync(join(folder, 'init.sql'), `${firstStatements(flavour, secret)}\n`, { mode: 0o600 })
  const child = spawn(binary, settingsOf(setup, port), { cwd: dirname(folder), stdio: 'ignore' })
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => void child.on('error', () => resolve()).on('exit', () => resolve()))
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null

  // A minute: after a crash the server first repairs its data.
  for (let wait = 0; wait < 1_200 && isRunning(); wait++) {
    const release = await askRelease({ host: '127.0.0.1', port }).catch(() => undefined)
    if (release && isRunning()) {
      rmSync(join(folder, 'init.sql'))
      return { url: `mysql://yijian:${secret}@127.0.0.1:${port}/yijian`, ended, stop: () => child.kill(throwaway ? 'SIGKILL' : 'SIGTERM') }
    }
    await pause(50)
  }
  child.kill('SIGKILL')
  await ended
  throw new Sentence(`${lastErrors(readFileSync(log, 'utf8'))}\n${flavour} did not start; its log is ${log}.`)
}
