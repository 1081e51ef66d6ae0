/** Documents are checked like code: what they cite has to be there. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { root } from './lib/run.mjs'

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => existsSync(join(root, file)))
const documents = tracked.filter((file) => file.endsWith('.md'))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const builtIn = new Set(['install', 'add', 'exec', 'up', 'why', 'dlx'])
const folders = 'apps|packages|scripts|test|docs|drizzle|\\.ci'

/** Files and folders of the repository that a document names in backticks, patterns and examples aside. */
function citedPaths(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => {
    const path = code.replace(/[:#]\d+$/, '').replace(/\/$/, '')
    // What a build makes is not there before it.
    return new RegExp(`^(?:${folders})(?:/[\\w.@-]+)+$`).test(path) && !/\/dist(?:\/|$)/.test(path) ? [path] : []
  })
}

/** Files a document links to or shows. */
function linkedPaths(file: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)].flatMap(([, link, source]) => {
    const target = (link ?? source ?? '').split('#')[0] ?? ''
    return target === '' || /^[a-z]+:/.test(target) ? [] : [normalize(join(dirname(file), decodeURIComponent(target)))]
  })
}

function faultsOf(file: string): string[] {
  const text = read(file)
  const missing = [...citedPaths(text), ...linkedPaths(file, text)].filter((path) => !existsSync(join(root, path)))
  const commands = [...text.matchAll(/\bpnpm (?:run )?([a-z][\w:-]*)/g)].map(([, name = '']) => name)
  const unknown = commands.filter((name) => !(name in scripts) && !builtIn.has(name))
  return [
    ...missing.map((path) => `${file}: ${path} does not exist`),
    ...unknown.map((name) => `${file}: there is no command pnpm ${name}`),
  ]
}

/** The glossary's words in backticks are the words of the code. */
function unusedTerms(): string[] {
  const glossary = 'docs/glossary.md'
  if (!existsSync(join(root, glossary))) return [`${glossary} is missing`]
  const source = tracked
    .filter((file) => /^(?:packages\/shared|apps\/api)\/src\/.*\.ts$/.test(file))
    .map(read)
    .join('\n')
    .toLowerCase()
  const terms = [...read(glossary).matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w-]+)`/g)].map(([, term = '']) => term),
  )
  return terms
    .filter((term) => !source.includes(term.toLowerCase().replaceAll('-', '')) && !source.includes(term.toLowerCase()))
    .map((term) => `${glossary}: \`${term}\` is not a word of the code`)
}

const faults = [...documents.flatMap(faultsOf), ...unusedTerms()]
for (const fault of new Set(faults)) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
