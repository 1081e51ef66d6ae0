import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'
import { Sentence } from './sentence.mjs'
import { whenChanged } from './stamp.mjs'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Sentence(`Node ${process.versions.node} is too old: ${manifest.engines.node} is needed, see https://nodejs.org.`)
  }
}

/** Installs the packages with the one pnpm this project pins; npx brings it where corepack cannot. */
export function bringPackages() {
  const packages = ['package.json', 'apps/api/package.json', 'apps/miniapp/package.json', 'packages/shared/package.json']
  const inputs = [...packages, 'pnpm-lock.yaml', 'pnpm-workspace.yaml']
  const output = 'node_modules/.modules.yaml'
  return whenChanged({ topic: 'packages', doing: `installing with ${manifest.packageManager}`, inputs, output }, (note) =>
    run(
      'npx',
      ['--yes', '--loglevel=error', manifest.packageManager, 'install', '--prefer-offline', '--config.confirmModulesPurge=false'],
      { note, what: 'Installing the packages' },
    ),
  )
}

/** Runs one of our TypeScript programs. @param {string} file @param {NodeJS.ProcessEnv} env */
export const runOurs = (file, env) => run(process.execPath, ['--import', 'tsx', file], { env, what: file })

/** The mini-program for one platform. @param {'h5' | 'weapp'} platform @param {string} entry */
function buildApp(platform, entry) {
  const output = `apps/miniapp/dist/${platform}/${entry}`
  const inputs = ['apps/miniapp', 'packages/shared', 'pnpm-lock.yaml']
  return whenChanged({ topic: platform, doing: `building the app for ${platform}`, inputs, output }, () =>
    run('npm', ['run', `build:${platform}`], { cwd: join(root, 'apps/miniapp'), what: `The ${platform} build` }),
  )
}

export const buildH5 = () => buildApp('h5', 'index.html')
export const buildWeapp = () => buildApp('weapp', 'app.json')
