// After a build: Taro exits 0 on a broken config, ships what old phones cannot parse and grows without a word.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import zlib from 'node:zlib'
import { parse } from 'acorn'

const target = process.argv[2]
const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist', target)
const KB = 1000
const limits = { mainPackage: 800 * KB, subPackage: 400 * KB, firstLoad: 300 * KB }
// What the oldest phones of `browserslist` run, after Taro's own compilation.
const syntax = { weapp: 2019, h5: 2021 }

const faults = []
const files = fs.existsSync(dist) ? fs.readdirSync(dist, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()) : []
const paths = files.map((one) => path.relative(dist, path.join(one.parentPath, one.name)).split(path.sep).join('/'))
const sizeOf = (file) => fs.statSync(path.join(dist, file)).size
const read = (file) => fs.readFileSync(path.join(dist, file), 'utf8')
const kb = (bytes) => `${Math.round(bytes / KB)} kB`

checkSyntax()
checkSingletons()
if (target === 'weapp') checkWeapp()
else checkH5()

if (faults.length > 0) {
  for (const fault of faults) console.error(`✗ ${fault}`)
  process.exit(1)
}

function limit(name, bytes, most) {
  console.log(`${bytes > most ? '✗' : '✓'} ${target} ${name}: ${kb(bytes)} of ${kb(most)}`)
  if (bytes > most) faults.push(`${name} is ${kb(bytes)}, the limit is ${kb(most)}`)
}

function checkWeapp() {
  if (!paths.includes('app.json')) return faults.push('app.json is missing: the build stopped early, its own words are above')
  const app = JSON.parse(read('app.json'))
  const packages = app.subPackages ?? app.subpackages ?? []
  const pages = [
    ...app.pages,
    ...packages.flatMap(({ root: folder, pages: inside }) => inside.map((page) => path.posix.join(folder, page))),
  ]
  for (const page of pages) {
    for (const ending of ['js', 'json', 'wxml'])
      if (!paths.includes(`${page}.${ending}`)) faults.push(`page file ${page}.${ending} is missing`)
  }
  for (const icon of iconsOf(app)) if (!paths.includes(icon)) faults.push(`tab icon ${icon} is missing`)
  const folders = packages.map(({ root: folder }) => `${folder.replace(/\/$/, '')}/`)
  const sum = (chosen) => chosen.reduce((bytes, file) => bytes + sizeOf(file), 0)
  limit('main package', sum(paths.filter((file) => !folders.some((folder) => file.startsWith(folder)))), limits.mainPackage)
  for (const folder of folders) limit(`sub-package ${folder}`, sum(paths.filter((file) => file.startsWith(folder))), limits.subPackage)
}

/** Icons of the tab bar in each theme, read as WeChat reads them. */
function iconsOf(app) {
  const themes = Object.values(JSON.parse(read(app.themeLocation)))
  const named = app.tabBar.list.flatMap((item) => [item.iconPath, item.selectedIconPath])
  return named.flatMap((name) => (name.startsWith('@') ? themes.map((theme) => theme[name.slice(1)]) : [name]))
}

function checkH5() {
  if (!paths.includes('index.html')) return faults.push('index.html is missing: the build stopped early, its own words are above')
  const html = read('index.html')
  // What the document names itself, and the page the router asks for next.
  const named = [...html.matchAll(/src="\/?([^"]+\.js)"/g)].map(([, file]) => file)
  const home = paths.filter((file) => /pages_home_index.*\.js$/.test(file))
  if (home.length === 0) faults.push('the chunk of the home page is missing')
  const first = [...new Set([...named, ...home])]
  limit(
    'first load (gzip)',
    first.reduce((bytes, file) => bytes + zlib.gzipSync(read(file)).length, 0),
    limits.firstLoad,
  )
}

function checkSyntax() {
  for (const file of paths.filter((name) => name.endsWith('.js'))) {
    try {
      parse(read(file), { ecmaVersion: syntax[target], sourceType: 'script' })
    } catch (fault) {
      faults.push(`${file} is newer than ES${syntax[target]}: ${fault.message}; is a package missing from compile.include?`)
    }
  }
}

/** Two copies of a Taro package break at run time while the build is green. */
function checkSingletons() {
  const require = createRequire(path.join(root, 'package.json'))
  const names = Object.keys(require('./package.json').dependencies).filter((name) => name.startsWith('@tarojs/'))
  for (const name of names) {
    const seen = new Set(names.map((from) => realPath(require, name, from)).filter(Boolean))
    if (seen.size > 1) faults.push(`${name} is installed ${seen.size} times: ${[...seen].join(', ')}`)
  }
}

/** Where `name` is found when `from` asks for it. */
function realPath(require, name, from) {
  try {
    const asker = createRequire(require.resolve(`${from}/package.json`))
    return fs.realpathSync(path.dirname(asker.resolve(`${name}/package.json`)))
  } catch {
    return undefined
  }
}
