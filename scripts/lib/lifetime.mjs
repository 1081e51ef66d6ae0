import { constants } from 'node:os'
import { Sentence } from './sentence.mjs'

/** @type {Array<() => unknown>} */
const stops = []
/** @type {Promise<void> | undefined} */
let stopping

/** Registers what has to be stopped, newest first, however the command ends. @param {() => unknown} stop */
export function onStop(stop) {
  stops.push(stop)
  return () => void stops.splice(stops.indexOf(stop), stops.includes(stop) ? 1 : 0)
}

export const isStopping = () => stopping !== undefined

export function stopAll() {
  return (stopping ??= (async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      try {
        await stop()
      } catch (error) {
        console.error(String(error))
      }
    }
  })())
}

/**
 * Runs a command to its end, a signal or a failure, and leaves nothing running.
 * @param {() => Promise<number | void>} work
 * @param {number} [interrupted] the exit code after Ctrl-C, where that is not the usual end
 */
export async function main(work, interrupted) {
  const stopFor = (/** @type {'SIGINT' | 'SIGTERM' | 'SIGHUP'} */ signal) =>
    void stopAll().then(() => process.exit(interrupted ?? 128 + constants.signals[signal]))
  process.on('SIGINT', stopFor).on('SIGTERM', stopFor).on('SIGHUP', stopFor)
  // An npm that is killed outright tells nobody; we notice that our parent has gone.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stopFor('SIGHUP'), 500).unref()
  let code = 1
  try {
    code = (await work()) ?? 0
  } catch (error) {
    // A step that breaks off because we are stopping has nothing to tell.
    if (!isStopping()) console.error(error instanceof Sentence ? `\n${error.message}\n` : error)
  }
  if (isStopping()) return
  await stopAll()
  process.exit(code)
}
