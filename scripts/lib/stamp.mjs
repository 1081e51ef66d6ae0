import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneAtATime } from './lock.mjs'
import { root } from './run.mjs'
import { say, step } from './say.mjs'

const ignored = /^(?:node_modules|dist|\.taro|\.swc)$|\.test\.tsx?$/

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(join(root, path))) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .filter((name) => !ignored.test(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

/** What a piece of work depends on, as one hash of names and contents. @param {string[]} inputs */
function fingerprint(inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesBelow))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/**
 * Does a long piece of work only when its inputs changed or its output is gone.
 * @param {{ topic: string, doing: string, inputs: string[], output: string }} task
 * @param {(note: (line: string) => void) => Promise<unknown>} work
 */
export async function whenChanged({ topic, doing, inputs, output }, work) {
  const stamp = join(root, '.data/stamps', topic)
  const isMade = () => existsSync(join(root, output))
  const waiting = () => say(topic, 'waiting for another command that does this')
  await oneAtATime(`${stamp}.lock`, waiting, async () => {
    const wanted = fingerprint(inputs)
    if (isMade() && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return say(topic, 'up to date')
    await step(topic, doing, work)
    // Some tools end well without having done anything; the output is the proof.
    if (!isMade()) throw new Error(`${topic}: ${output} was not made.`)
    writeFileSync(stamp, wanted)
  })
}
