import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import type * as Compiler from 'glass-easel-template-compiler'
import { hiddenGlobals, logicGlobals } from './logic-globals.ts'

const require = createRequire(import.meta.url)
// The package is CommonJS around a wasm module and says so only at run time.
const { TmplGroup } = require('glass-easel-template-compiler') as typeof Compiler

/** Tags of the template language itself and of Taro's own components; all others are drawn as `wx-…`. */
const kept = new Set(['template', 'import', 'include', 'wxs', 'block', 'slot', 'comp', 'custom-wrapper'])
const drawnTags = 'page|view|text|button|input|textarea|image|icon|label|form|picker|switch|scroll-view|swiper|swiper-item|canvas'

/** Turns the WeChat build into one page for a browser: templates compiled by WeChat's own compiler, scripts wrapped. */
export async function buildLab(dist: string, out: string): Promise<void> {
  const listed = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = listed.filter((one) => one.isFile()).map((one) => path.relative(dist, path.join(one.parentPath, one.name)))
  const read = (file: string) => readFile(path.join(dist, file), 'utf8')
  const ending = (...endings: string[]) => files.filter((file) => endings.some((one) => file.endsWith(one)))

  const group = new TmplGroup()
  for (const file of ending('.wxml')) group.addTmpl(file.replace(/\.wxml$/, ''), drawn(await read(file)))
  for (const file of ending('.wxs')) group.addScript(file.replace(/\.wxs$/, ''), await read(file))
  const modules = await Promise.all(ending('.js').map(async (file) => `${JSON.stringify(file)}: ${wrapped(await read(file))}`))
  const json = await Promise.all(ending('.json').map(async (file) => [file, JSON.parse(await read(file)) as unknown] as const))
  const css = await Promise.all(ending('.wxss').map(async (file) => forBrowser(await read(file))))

  await mkdir(out, { recursive: true })
  const program = `{tmpl:(function(){return ${group.getTmplGenObjectGroups()}})(),modules:{${modules.join(',\n')}},json:${JSON.stringify(Object.fromEntries(json))},css:${JSON.stringify(css)}}`
  await writeFile(path.join(out, 'program.js'), `window.__program__=${program}`)
  await build({
    entryPoints: [path.join(import.meta.dirname, 'runtime/main.ts')],
    bundle: true,
    outfile: path.join(out, 'runtime.js'),
    format: 'iife',
    logLevel: 'warning',
  })
  for (const file of ending('.png', '.jpg', '.svg', '.webp')) await cp(path.join(dist, file), path.join(out, file), { recursive: true })
  const scripts = ['program.js', 'runtime.js'].map((file) => `<script src="/${file}"></script>`).join('')
  await writeFile(
    path.join(out, 'index.html'),
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>weapp</title><link rel="icon" href="data:,"><body>${scripts}</body></html>`,
  )
}

/** Own tag names: browsers take those as custom elements, and none collides with HTML's input or button. */
function drawn(wxml: string): string {
  return wxml.replace(/<(\/?)([a-z][a-z0-9-]*)/g, (whole, slash: string, tag: string) => (kept.has(tag) ? whole : `<${slash}wx-${tag}`))
}

/** A CommonJS function whose parameters hide the browser: code that leans on it fails here as on a phone. */
function wrapped(script: string): string {
  return `function(require,module,exports,${[...logicGlobals, ...hiddenGlobals].join(',')}){\n${script}\n}`
}

function forBrowser(wxss: string): string {
  return wxss
    .replace(/(-?[\d.]+)rpx/g, (_, size: string) => `calc(${size} * var(--rpx))`)
    .replace(/(-?[\d.]+)vh/g, (_, size: string) => `calc(${size} * var(--vh))`)
    .replace(new RegExp(`(^|[\\s,{}>+~])(${drawnTags})(?=[\\s,{.:>+~\\[])`, 'g'), (_, before: string, tag: string) => `${before}wx-${tag}`)
    .replace(/@import\s+"[^"]+";?/g, '')
}
