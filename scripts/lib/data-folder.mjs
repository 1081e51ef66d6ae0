import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Sentence } from './sentence.mjs'

/** Database servers refuse to run as root unless told so. */
export const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : [])

/** Of its own: a server that starts clears temporary tables out of the folder, whoever's they are. @param {string} folder */
export function temporaryIn(folder) {
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary, { recursive: true })
  return temporary
}

/**
 * A fresh data folder, made aside and moved into place so that a broken attempt is never taken for a whole one.
 * @param {import('./server.mjs').Setup} setup
 */
export function initialise({ binary, flavour, folder }) {
  const made = join(folder, 'data.new')
  rmSync(made, { recursive: true, force: true })
  const once = (/** @type {string[]} */ flags, input = '') => {
    const own = [`--datadir=${made}`, `--tmpdir=${temporaryIn(folder)}`]
    const { status, stderr } = spawnSync(binary, ['--no-defaults', ...own, ...asRoot(), ...flags], { input, encoding: 'utf8' })
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
export function lastErrors(log) {
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
