/** The build as build-lab.ts wrote it. */
export interface Program {
  tmpl: Record<string, unknown>
  modules: Record<string, (...scope: unknown[]) => void>
  json: Record<string, PageJson>
  css: string[]
}

export interface PageJson {
  navigationBarTitleText?: string
  navigationStyle?: 'custom'
  usingComponents?: Record<string, string>
}

export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  window?: PageJson & { navigationBarBackgroundColor?: string }
  tabBar?: { list: TabItem[] }
  themeLocation?: string
}

/** What a test sets before the program starts. */
export interface LabSetup {
  /** The first page, with its query. */
  entry?: string
  /** Present when the program runs inside WeCom. */
  weCom?: boolean
  loginCode?: string
}

export interface OpenPage {
  path: string
  query: Record<string, string>
  /** Stands for the web view; hidden while another page is on top. */
  frame: HTMLElement
  scroller: HTMLElement
  /** The page as WeChat's framework holds it. */
  caller: PageCaller
  release: () => void
  title: string
}

export interface PageCaller {
  onLoad?: (query: Record<string, string>) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  onPullDownRefresh?: () => void
  onReachBottom?: () => void
  onShareAppMessage?: (from: { from: string }) => unknown
  [key: string]: unknown
}

type Handler = (...given: never[]) => unknown

export interface Lab {
  /** Every call of wx, in order. */
  calls: [name: string, given: unknown][]
  /** Any `new Function`: WeChat runs none, so a test asserts that this stays empty. */
  newFunction: string[]
  /** A test's answer in place of an API: by name, the result of success; throw to fail. */
  answers: Record<string, (given: unknown) => unknown>
  /** What the program registered: onThemeChange, onNeedPrivacyAuthorization, … */
  listeners: Record<string, Handler[]>
  stack: OpenPage[]
  open: (url: string) => Promise<void>
  /** What a finger does that no element receives. */
  pullDown: () => void
}

declare global {
  interface Window {
    __program__: Program
    __labSetup?: LabSetup
    __lab: Lab
  }
}

export const program = window.__program__
// The build's own app.json; check-build.mjs has read it before.
export const appJson = program.json['app.json'] as unknown as AppJson
export const setup: LabSetup = window.__labSetup ?? {}

export const lab: Lab = {
  calls: [],
  newFunction: [],
  answers: {},
  listeners: {},
  stack: [],
  open: () => Promise.reject(new Error('the program has not started')),
  pullDown: () => topPage().caller.onPullDownRefresh?.(),
}
window.__lab = lab

export function topPage(): OpenPage {
  const top = lab.stack[lab.stack.length - 1]
  if (!top) throw new Error('no page is open')
  return top
}

/** A colour or picture that stands behind `@` in theme.json. */
export function themed(value: string | undefined): string {
  if (!value?.startsWith('@')) return value ?? ''
  const themes = program.json[appJson.themeLocation ?? 'theme.json'] as unknown as Record<string, Record<string, string>>
  return themes[systemTheme()]?.[value.slice(1)] ?? ''
}

export function systemTheme(): 'light' | 'dark' {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
