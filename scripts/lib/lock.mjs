import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { onStop } from './lifetime.mjs'

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A link appears whole or not at all, so a lock always names its owner. @param {string} file */
function take(file) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, file)
    return true
  } catch {
    return false
  } finally {
    rmSync(mine)
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    return !isAlive(Number(readFileSync(file, 'utf8')))
  } catch {
    return false
  }
}

/**
 * Lets one command at a time do a piece of work; a lock whose owner is dead counts for nothing.
 * @template T
 * @param {string} file
 * @param {() => void} waiting told once, when another command has the lock
 * @param {() => Promise<T>} work
 */
export async function oneAtATime(file, waiting, work) {
  mkdirSync(dirname(file), { recursive: true })
  for (let tries = 0; !take(file); tries++) {
    if (tries === 0) waiting()
    if (isAbandoned(file)) rmSync(file, { force: true })
    await new Promise((wake) => setTimeout(wake, 200))
  }
  const release = () => rmSync(file, { force: true })
  const forget = onStop(release)
  try {
    return await work()
  } finally {
    forget()
    release()
  }
}
