import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { appJson, lab, program, topPage } from './lab.ts'
import type { OpenPage, PageCaller } from './lab.ts'
import { loadWith, resolveFile } from './logic.ts'
import type { Registrar } from './logic.ts'
import { drawShell, fitFrame } from './shell.ts'

// Before any environment is made, else ids never reach the page.
glassEasel.globalOptions.writeIdToDOM = true
glassEasel.globalOptions.throwGlobalError = true

const dom = new glassEasel.CurrentWindowBackendContext()
// The backend sends nothing by itself. Of a custom event the inner detail counts, else `detail.value` lies one level too deep.
dom.onEvent((target, type, detail, options) => {
  const original = (options as { originalEvent?: unknown }).originalEvent
  glassEasel.Event.triggerEvent(target, type, original instanceof CustomEvent ? original.detail : detail, options)
})
const environment = new MiniProgramEnv()
const space = environment.createCodeSpace('', true)
const backend = environment.associateBackend(dom as unknown as Parameters<MiniProgramEnv['associateBackend']>[0])
for (const [path, content] of Object.entries(program.tmpl)) {
  // Taro writes `bindtap` without a colon; only with the fallback is that a listener and not an attribute.
  const template = { groupList: program.tmpl, content, fallbackListenerOnNativeNode: true }
  space.addCompiledTemplate(path, template as unknown as Parameters<typeof space.addCompiledTemplate>[1])
}

const allPages = [...appJson.pages, ...(appJson.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
const registered = new Set<string>()

function register(path: string): void {
  if (registered.has(path)) return
  registered.add(path)
  const json = program.json[`${path}.json`] ?? {}
  for (const used of Object.values(json.usingComponents ?? {})) register(resolveFile(`${path}.js`, used).replace(/\.js$/, ''))
  // Style isolation is off: the sheets stand in the document as they are.
  space.addComponentStaticConfig(path, { ...json, styleIsolation: 'shared' } as Parameters<typeof space.addComponentStaticConfig>[1])
  space.componentEnv(path, (registrar) => loadWith(registrar as unknown as Registrar, `${path}.js`))
}

export async function openPage(url: string): Promise<void> {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?')
  // WeChat hands the query over as it stands, percent signs and all.
  const query = Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]),
  )
  if (!allPages.includes(path)) throw new Error(`the build has no page ${path}`)
  register(path)
  const before = lab.stack[lab.stack.length - 1]
  if (before) {
    before.caller.onHide?.()
    before.frame.style.display = 'none'
  }
  const page = mount(path, query)
  lab.stack.push(page)
  drawShell()
  page.caller.onLoad?.(query)
  page.caller.onShow?.()
  await new Promise((resolve) => setTimeout(resolve))
  page.caller.onReady?.()
}

function mount(path: string, query: Record<string, string>): OpenPage {
  const frame = document.body.appendChild(document.createElement('mp-frame'))
  const scroller = frame.appendChild(document.createElement('mp-scroller'))
  const place = scroller.appendChild(document.createElement('div'))
  const root = backend.createRoot('wx-page', space, path)
  // The framework types a page by its definition, which is Taro's here.
  const caller = root.get() as unknown as PageCaller
  Object.assign(caller, { route: path, options: query, __wxExparserNodeId__: `lab${lab.stack.length}` })
  root.attach(scroller as never, place as never)
  scroller.addEventListener('scroll', () => {
    if (scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 50) caller.onReachBottom?.()
  })
  const json = program.json[`${path}.json`]
  const title = json?.navigationBarTitleText ?? appJson.window?.navigationBarTitleText ?? ''
  const page = { path, query, frame, scroller, caller, title, release: () => root.release() }
  fitFrame(page)
  return page
}

export function closePage(): void {
  const page = lab.stack.pop()
  page?.caller.onUnload?.()
  page?.release()
  page?.frame.remove()
}

export function showTop(): void {
  const page = topPage()
  page.frame.style.display = ''
  page.caller.onShow?.()
  drawShell()
}
