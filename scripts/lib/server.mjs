import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { askRelease } from './handshake.mjs'
import { Sentence } from './sentence.mjs'

/** @typedef {{ binary: string, flavour: string, folder: string, socket: string, throwaway: boolean }} Setup */

const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : [])
/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** A fresh data folder, made aside and moved into place so that a broken attempt is never taken for a whole one. @param {Setup} setup */
function initialise({ binary, flavour, folder }) {
  const made = join(folder, 'data.new')
  rmSync(made, { recursive: true, force: true })
  const once = (/** @type {string[]} */ flags, input = '') => {
    const { status, stderr } = spawnSync(binary, ['--no-defaults', `--datadir=${made}`, ...asRoot(), ...flags], { input, encoding: 'utf8' })
    if (status !== 0) throw new Sentence(`${lastErrors(stderr)}\n${flavour} could not make its data folder in ${folder}.`)
  }
  if (flavour === 'MySQL') {
    once(['--initialize-insecure'])
  } else {
    mkdirSync(made, { mode: 0o700 })
    // Debian's bare server package lacks what mariadb-install-db calls, so its SQL is fed to the server directly.
    const input = ['create database mysql;', 'use mysql;', "set @auth_root_socket = 'root';", ...systemTables(binary)].join('\n')
    once(['--bootstrap', '--log-warnings=0', '--max-allowed-packet=8M'], input)
  }
  renameSync(made, join(folder, 'data'))
}

/** @param {string} log */
function lastErrors(log) {
  const lines = log.trimEnd().split('\n')
  const errors = lines.filter((line) => /ERROR/.test(line))
  return (errors.length > 0 ? errors : lines).slice(-5).join('\n')
}

/** @param {string} binary */
function systemTables(binary) {
  const help = execFileSync(binary, ['--no-defaults', '--verbose', '--help'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const shared = dirname((/^character-sets-dir\s+(.+?)\/?$/m.exec(help)?.[1] ?? '/usr/share/mysql/charsets').trim())
  return ['system_tables.sql', 'performance_tables.sql', 'system_tables_data.sql'].map((name) => {
    const file = [`mariadb_${name}`, `mysql_${name}`].map((known) => join(shared, known)).find(existsSync)
    if (!file) throw new Sentence(`${binary} is here, but its ${name} is not in ${shared}; reinstall MariaDB.`)
    return readFileSync(file, 'utf8')
  })
}

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

/** Starts the server on its folder and waits until it answers. @param {Setup} setup */
export async function startServer(setup) {
  const { binary, flavour, folder, socket, throwaway } = setup
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await endLeftover(folder)
  if (!existsSync(join(folder, 'data'))) initialise(setup)

  const secret = password(folder)
  const port = await freePort(join(folder, 'port'))
  const owner = "'yijian'@'127.0.0.1'"
  const first = [
    'CREATE DATABASE IF NOT EXISTS yijian CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;',
    `CREATE USER IF NOT EXISTS ${owner} IDENTIFIED BY '${secret}';`,
    `GRANT ALL PRIVILEGES ON *.* TO ${owner} WITH GRANT OPTION;`,
    ...(flavour === 'MySQL' ? [`ALTER USER 'root'@'localhost' IDENTIFIED BY '${secret}';`] : []),
  ]
  const initFile = join(folder, 'init.sql')
  writeFileSync(initFile, `${first.join('\n')}\n`, { mode: 0o600 })

  const log = join(folder, 'server.log')
  const flags = {
    datadir: join(folder, 'data'),
    socket,
    'pid-file': join(folder, 'server.pid'),
    'log-error': log,
    'init-file': initFile,
    port,
    'bind-address': '127.0.0.1',
    'character-set-server': 'utf8mb4',
    'collation-server': 'utf8mb4_unicode_ci',
    'default-time-zone': '+00:00',
    'transaction-isolation': 'READ-COMMITTED',
    'max-connections': 400,
    'innodb-buffer-pool-size': '256M',
    ...(throwaway && { 'innodb-flush-log-at-trx-commit': 0, 'innodb-doublewrite': 0, 'innodb-buffer-pool-dump-at-shutdown': 0 }),
    ...(flavour === 'MySQL' && { mysqlx: 0, 'secure-file-priv': 'NULL', 'performance-schema': 'OFF' }),
  }
  const settings = Object.entries(flags).map(([name, value]) => `--${name}=${value}`)
  writeFileSync(log, '')
  const child = spawn(binary, ['--no-defaults', ...settings, '--skip-log-bin', '--skip-name-resolve', ...asRoot()], {
    cwd: dirname(folder),
    stdio: 'ignore',
  })
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => void child.on('error', () => resolve()).on('exit', () => resolve()))
  const running = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null

  for (let wait = 0; wait < 1_200 && running(); wait++) {
    const release = await askRelease({ host: '127.0.0.1', port }).catch(() => undefined)
    if (release && running()) {
      rmSync(initFile)
      return { url: `mysql://yijian:${secret}@127.0.0.1:${port}/yijian`, ended, stop: () => child.kill(throwaway ? 'SIGKILL' : 'SIGTERM') }
    }
    await pause(50)
  }
  child.kill('SIGKILL')
  await ended
  const reasons = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /\[ERROR\]/.test(line))
  throw new Sentence(`${reasons.slice(-5).join('\n')}\n${flavour} did not start; its log is ${log}.`)
}
