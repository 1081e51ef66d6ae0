import { hiddenGlobals, logicGlobals } from '../logic-globals.ts'
import { lab, program } from './lab.ts'

/** Registers pages and components with the code space of the file that loads now. */
export interface Registrar {
  Page: (definition: unknown) => unknown
  Component: (definition: unknown) => unknown
  Behavior: (definition: unknown) => unknown
}

export interface AppHooks {
  onLaunch?: (options: unknown) => void
  onShow?: (options: unknown) => void
  onHide?: () => void
}

let registrar: Registrar | undefined
let app: AppHooks | undefined

// Taro's chunks define page modules long before the page file runs, so these must ask for the registrar when called.
const present = () => {
  if (!registrar) throw new Error('a page or component was registered while no file loads')
  return registrar
}

/** WeChat's Function gives undefined instead of code; only `return this` is known to work. */
function NoFunction(...parts: string[]) {
  const body = parts[parts.length - 1] ?? ''
  lab.newFunction.push(body.slice(0, 80))
  return body === 'return this' ? () => sandbox : () => undefined
}
NoFunction.prototype = Function.prototype

const timers = {
  setTimeout: window.setTimeout.bind(window),
  clearTimeout: window.clearTimeout.bind(window),
  setInterval: window.setInterval.bind(window),
  clearInterval: window.clearInterval.bind(window),
}

const language = [
  'Object',
  'Array',
  'Number',
  'String',
  'Boolean',
  'Symbol',
  'BigInt',
  'Math',
  'JSON',
  'Date',
  'RegExp',
  'Promise',
  'Proxy',
  'Reflect',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'EvalError',
  'URIError',
  'ReferenceError',
  'ArrayBuffer',
  'DataView',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'encodeURIComponent',
  'decodeURIComponent',
  'encodeURI',
  'decodeURI',
] as const

const sandbox: Record<string, unknown> = { console, Function: NoFunction, ...timers }
for (const name of language) sandbox[name] = (window as unknown as Record<string, unknown>)[name]

const loaded = new Map<string, { exports: unknown }>()
let scope: Record<string, unknown> = {}

export function startLogic(wx: object): void {
  scope = {
    wx,
    App: (hooks: AppHooks) => (app = hooks),
    Page: (definition: unknown) => present().Page(definition),
    Component: (definition: unknown) => present().Component(definition),
    Behavior: (definition: unknown) => present().Behavior(definition),
    getApp: () => app,
    getCurrentPages: () => lab.stack.map(({ caller }) => caller),
    globalThis: sandbox,
    global: sandbox,
    Function: NoFunction,
    ...timers,
  }
  sandbox.wx = wx
}

export function loadApp(): AppHooks {
  load('app.js')
  if (!app) throw new Error('app.js did not call App()')
  return app
}

export function loadWith(next: Registrar, file: string): void {
  const before = registrar
  registrar = next
  try {
    load(file)
  } finally {
    registrar = before
  }
}

function load(file: string): unknown {
  const known = loaded.get(file)
  if (known) return known.exports
  const module = { exports: {} as unknown }
  loaded.set(file, module)
  const body = program.modules[file]
  if (!body) throw new Error(`the build has no ${file}`)
  const hidden = hiddenGlobals.map(() => undefined)
  body.call(
    undefined,
    (asked: string) => load(resolveFile(file, `${asked}`)),
    module,
    module.exports,
    ...logicGlobals.map((name) => scope[name]),
    ...hidden,
  )
  return module.exports
}

/** A path as the asking file means it, with `.js`. */
export function resolveFile(from: string, asked: string): string {
  const parts = asked.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of asked.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return `${parts.join('/').replace(/\.js$/, '')}.js`
}
