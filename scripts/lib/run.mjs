import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { onStop } from './lifetime.mjs'
import { Sentence } from './sentence.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Runs a program to its end and gives what it printed; a failure carries the last lines.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, note?: (line: string) => void, what?: string }} [options]
 * @returns {Promise<string>}
 */
export async function run(command, args, { cwd = root, env, note, what = command } = {}) {
  const { code, output } = await attempt(command, args, { cwd, env, note })
  if (code !== 0) throw new Sentence(`${lastWords(output)}\n\n${what} failed (exit ${code}).`)
  return output
}

/** The end of what a program said, without the progress bars it drew. @param {string} output */
const lastWords = (output) =>
  output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('█'))
    .slice(-30)
    .join('\n')

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, note?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function attempt(command, args, { cwd = root, env, note } = {}) {
  // In a group of its own, because npm and sh do not pass a signal on to what they started.
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      const text = stripVTControlCharacters(chunk)
      output += text
      note?.(text.trimEnd().split('\n').at(-1) ?? '')
    })
  }
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => ((output += error.message), resolve(127)))
    child.on('close', (code) => resolve(code ?? 1))
  })
  const forget = onStop(() => {
    if (child.pid) process.kill(-child.pid, 'SIGTERM')
    return ended
  })
  return ended.then((code) => (forget(), { code, output }))
}

/**
 * Runs a program beside us, in the person's terminal or as told. It is asked to stop when we are, and has a moment for it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions, detached?: boolean }} [options]
 */
export function attach(command, args, { cwd = root, env, stdio = 'inherit', detached = false } = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, detached })
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => (console.error(error.message), resolve(127)))
    child.on('exit', (code) => resolve(code ?? 1))
  })
  const signal = (/** @type {NodeJS.Signals} */ name) => child.pid && process.kill(detached ? -child.pid : child.pid, name)
  const forget = onStop(async () => {
    signal('SIGTERM')
    const force = setTimeout(() => signal('SIGKILL'), 20_000)
    await ended
    clearTimeout(force)
  })
  void ended.then(forget)
  return { ended }
}

/**
 * Runs a Node program beside us that ends with us, and all it started with it, even when we are killed outright.
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, output?: 'inherit' | number }} options
 */
export function attachNode(args, { env, output = 'inherit' }) {
  const withParent = new URL('end-with-parent.mjs', import.meta.url).href
  return attach(process.execPath, ['--import', withParent, ...args], { env, stdio: ['ignore', output, output, 'ipc'], detached: true })
}
