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
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const forget = onStop(() => child.kill('SIGTERM'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      const text = stripVTControlCharacters(chunk)
      output += text
      note?.(text.trimEnd().split('\n').at(-1) ?? '')
    })
  }
  return new Promise((resolve) => {
    const end = (/** @type {number} */ code) => {
      forget()
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

/**
 * Runs a program beside us, in the person's terminal or with its output in a file. It is told to stop when we are, and has a moment for it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 */
export function attach(command, args, { cwd = root, env, stdio = 'inherit' } = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio })
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => (console.error(error.message), resolve(127)))
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(force)
  }
  const forget = onStop(stop)
  void ended.then(forget)
  return { ended, stop }
}
