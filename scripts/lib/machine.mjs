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

const isRoot = process.getuid?.() === 0
const aptGet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120']

/** @param {string[]} args */
const apt = (...args) => (isRoot ? attempt('env', [...aptGet.slice(1), ...args]) : attempt('sudo', ['-n', ...aptGet, ...args]))

/** @param {string[]} names */
async function installByApt(names) {
  const install = () => apt('install', '-y', '--no-install-recommends', ...names)
  const first = await install()
  if (first.code === 0) return first
  // Missing or stale package lists are the usual reason.
  await apt('update')
  return install()
}

/**
 * Installs system packages without asking anything, or says in one sentence what the person can do.
 * @param {string} topic
 * @param {{ apt: string[], brew: string[] }} packages
 * @param {string} otherwise
 */
export async function installPackages(topic, packages, otherwise) {
  const byApt = has('apt-get')
  const names = byApt ? packages.apt : packages.brew
  const command = `${byApt ? 'sudo apt-get install' : 'brew install'} ${names.join(' ')}`
  const mayInstall = byApt ? isRoot || (await attempt('sudo', ['-n', 'true'])).code === 0 : has('brew')
  if (!mayInstall) {
    const first = byApt ? `run \`${command}\`` : `install ${names.join(', ')}`
    throw new Sentence(
      `${topic}: ${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} missing and cannot be installed from here; ${first}, or ${otherwise}.`,
    )
  }
  await step(topic, `installing ${names.join(', ')}`, async () => {
    const { code, output } = await (byApt ? installByApt(names) : attempt('brew', ['install', '--quiet', ...names]))
    if (code === 0) return
    const reason = output.trim().split('\n').slice(-5).join('\n')
    throw new Sentence(`${reason}\n\n${topic}: \`${command}\` failed; repair that, or ${otherwise}.`)
  })
}
