import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { attempt } from './run.mjs'
import { step } from './say.mjs'
import { Sentence } from './sentence.mjs'

// Debian keeps servers in sbin, which is not on every person's PATH.
const folders = () => [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/opt/homebrew/bin', '/usr/local/bin']

/** Every place of a program, best first. @param {string} name */
export function whereIs(name) {
  return [...new Set(folders().map((folder) => join(folder, name)))].filter((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** @param {string} name */
export const has = (name) => whereIs(name).length > 0

/** How this machine installs system packages without asking anything, or nothing. */
async function installer() {
  if (has('apt-get')) {
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
    if (asRoot.length > 0 && (await attempt('sudo', ['-n', 'true'])).code !== 0) return undefined
    const apt = (/** @type {string[]} */ ...args) => {
      const [command = '', ...rest] = [
        ...asRoot,
        'env',
        'DEBIAN_FRONTEND=noninteractive',
        'apt-get',
        '-qq',
        '-o',
        'DPkg::Lock::Timeout=120',
        ...args,
      ]
      return attempt(command, rest)
    }
    return async (/** @type {string[]} */ packages) => {
      const install = () => apt('install', '-y', '--no-install-recommends', ...packages)
      const first = await install()
      if (first.code === 0) return first
      // Missing or stale package lists are the usual reason.
      await apt('update')
      return install()
    }
  }
  if (has('brew')) return (/** @type {string[]} */ packages) => attempt('brew', ['install', '--quiet', ...packages])
  return undefined
}

/**
 * Installs system packages, or says in one sentence what the person can do.
 * @param {string} topic
 * @param {{ apt: string[], brew: string[] }} packages
 * @param {string} otherwise
 */
export async function installPackages(topic, packages, otherwise) {
  const names = has('apt-get') ? packages.apt : packages.brew
  const command = has('apt-get') ? `sudo apt-get install ${names.join(' ')}` : `brew install ${names.join(' ')}`
  const install = await installer()
  if (!install || names.length === 0)
    throw new Sentence(
      `${topic}: not found and cannot be installed from here. ${names.length > 0 ? `Run \`${command}\`, or ` : ''}${otherwise}.`,
    )
  const { code, output } = await step(topic, `installing ${names.join(', ')}`, () => install(names))
  if (code !== 0) throw new Sentence(`${output.trim().split('\n').slice(-5).join('\n')}\n${topic}: \`${command}\` failed; ${otherwise}.`)
}
