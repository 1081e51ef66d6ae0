import { execFileSync } from 'node:child_process'
import { readRelease } from './handshake.mjs'
import { installPackages, whereIs } from './machine.mjs'
import { Sentence } from './sentence.mjs'

/** A server program of this machine that is recent enough, or nothing. */
function findServer() {
  for (const binary of [...whereIs('mariadbd'), ...whereIs('mysqld')]) {
    try {
      const release = readRelease(
        execFileSync(binary, ['--no-defaults', '--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      )
      if (release.recentEnough) return { binary, ...release }
    } catch {
      // A program that cannot even tell its version is not for us.
    }
  }
  return undefined
}

/** Only the bare server: it brings no service and no system-wide database. */
function serverPackages() {
  for (const name of ['mariadb-server-core', 'mysql-server-core-8.0', 'mysql-server-core']) {
    const known = whereIs('apt-cache')[0]
    const policy = known ? execFileSync(known, ['policy', name], { encoding: 'utf8' }) : ''
    const candidate = /Candidate: (?:\d+:)?(\d\S*)/.exec(policy)?.[1]
    if (candidate && readRelease(`${candidate} ${name}`).recentEnough) return { apt: [name], brew: ['mariadb'] }
  }
  return { apt: ['mariadb-server-core'], brew: ['mariadb'] }
}

export async function findOrInstallServer() {
  const ways = 'set DATABASE_URL to a MariaDB (10.11 or later) or MySQL (8.0.16 or later) you have'
  // Twice: only fresh package lists tell that the MariaDB of this system is too old, and MySQL the one to take.
  for (let tries = 0; tries < 2; tries++) {
    const found = findServer()
    if (found) return found
    await installPackages('database', serverPackages(), ways)
  }
  const installed = findServer()
  if (installed) return installed
  throw new Sentence(`The MariaDB this system offers is older than 10.11; ${ways}.`)
}
