import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findOrInstallServer } from './lib/binary.mjs'
import { askRelease } from './lib/handshake.mjs'
import { root } from './lib/run.mjs'
import { Sentence } from './lib/sentence.mjs'

/**
 * A database in use. `lost` resolves when the server ended without being asked to.
 * @typedef {{ url: string, about: string, stop: () => Promise<void>, lost: Promise<void> }} Database
 */

const never = /** @type {Promise<void>} */ (new Promise(() => {}))

/**
 * The database of this project: the given one, or a private server on the project's own data folder that several commands share.
 * A throw-away one is fast, empty, and deleted when it is stopped.
 * @param {{ given?: string, throwaway?: boolean, data?: string }} [options]
 * @returns {Promise<Database>}
 */
export async function openDatabase({ given = process.env.DATABASE_URL, throwaway = false, data = join(root, '.data') } = {}) {
  if (given) return checkGiven(given)
  const { binary, flavour, version } = await findOrInstallServer()
  const folder = throwaway ? mkdtempSync(join(tmpdir(), 'yijian-')) : join(data, flavour.toLowerCase())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const sockets = socketFolder(folder)
  const door = join(sockets, 'keeper.sock')
  const keeper = await joinKeeper({ door, binary, flavour, folder, socket: join(sockets, 'server.sock'), throwaway })
  return { ...keeper, about: `${flavour} ${version}, ${throwaway ? 'throw-away' : 'private, in .data'}` }
}

/** @param {string} url @returns {Promise<Database>} */
async function checkGiven(url) {
  const shape = 'mysql://user:password@host:3306/database'
  const { protocol, hostname, port, pathname } = URL.canParse(url) ? new URL(url) : new URL('none:')
  if (!protocol.startsWith('mysql') || !hostname || pathname.length < 2) throw new Sentence(`DATABASE_URL should look like ${shape}.`)
  const release = await askRelease({ host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port || 3306) }).catch((error) => {
    throw new Sentence(
      `The server of DATABASE_URL (${hostname}:${port || 3306}) cannot be used: ${error.message}. Start it, or unset DATABASE_URL to use a private one.`,
    )
  })
  if (!release.recentEnough)
    throw new Sentence(
      `The server of DATABASE_URL is ${release.flavour} ${release.version}; MariaDB 10.11 or MySQL 8.0.16 or later is needed.`,
    )
  return { url, about: `${release.flavour} ${release.version} of DATABASE_URL`, stop: async () => {}, lost: never }
}

/** Socket paths are limited to about a hundred characters, so a deep project keeps its sockets in a short folder. @param {string} folder */
function socketFolder(folder) {
  if (resolve(folder, 'keeper.sock').length < 100) return folder
  const short = join(tmpdir(), `yijian-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  const owner = lstatSync(short)
  if (!owner.isDirectory() || owner.uid !== process.getuid?.())
    throw new Sentence(`${short} belongs to somebody else; set TMPDIR to a folder of your own.`)
  return short
}

/** @param {import('./lib/server.mjs').Setup & { door: string }} setup */
async function joinKeeper(setup) {
  const start = () =>
    spawn(process.execPath, [fileURLToPath(new URL('lib/keeper.mjs', import.meta.url)), JSON.stringify(setup)], {
      detached: true,
      stdio: 'ignore',
    }).unref()
  let started = false
  for (let tries = 0; tries < 200; tries++) {
    const keeper = await knock(setup.door)
    if (keeper) return keeper
    if (!started) start()
    started = true
    await new Promise((wake) => setTimeout(wake, 50))
  }
  throw new Sentence(`The database server could not be started in ${setup.folder}.`)
}

/** Nobody at the door, or a keeper about to go, gives nothing. @param {string} door @returns {Promise<Omit<Database, 'about'> | undefined>} */
function knock(door) {
  return new Promise((answer, refuse) => {
    const line = createConnection(door)
    /** @type {Promise<void>} */
    const gone = new Promise((done) => line.on('close', () => done()))
    let stopping = false
    const stop = () => ((stopping = true), line.end(), gone)
    line.on('error', () => answer(undefined))
    line.on('close', () => answer(undefined))
    line.once('data', (text) => {
      const { url, error } = JSON.parse(String(text))
      if (error) refuse(new Sentence(error))
      else answer({ url, stop, lost: gone.then(() => (stopping ? never : undefined)) })
    })
  })
}
