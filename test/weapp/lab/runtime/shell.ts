import { appJson, lab, program, themed, topPage } from './lab.ts'
import type { OpenPage, TabItem } from './lab.ts'
import { NAV_HEIGHT, STATUS_HEIGHT, TAB_HEIGHT } from './look.ts'

/** What the program changed of the bars since it started. */
export const dress = {
  navigation: undefined as { frontColor: string; backgroundColor: string } | undefined,
  background: undefined as string | undefined,
  tabBar: {} as { color?: string; selectedColor?: string; backgroundColor?: string },
  tabs: new Map<number, Partial<TabItem>>(),
}

/** Called by the tabs; set once the navigation APIs exist. */
export const shell = { switchTab: (_url: string) => {}, goBack: () => {} }

export function isBare(page: OpenPage): boolean {
  return program.json[`${page.path}.json`]?.navigationStyle === 'custom'
}

export function isTab(path: string): boolean {
  return appJson.tabBar?.list.some((tab) => tab.pagePath === path) ?? false
}

/** The web view lies between the bars, and its own height is what `vh` means inside. */
export function fitFrame(page: OpenPage): void {
  const top = isBare(page) ? 0 : NAV_HEIGHT + STATUS_HEIGHT
  const bottom = isTab(page.path) ? TAB_HEIGHT : 0
  Object.assign(page.frame.style, { top: `${top}px`, bottom: `${bottom}px` })
  page.frame.style.setProperty('--vh', `calc((100vh - ${top + bottom}px) / 100)`)
}

export function drawShell(): void {
  document.querySelectorAll('#mp-nav, #mp-tabs, #mp-capsule').forEach((bar) => bar.remove())
  const page = topPage()
  document.body.style.background = dress.background ?? themed('@background')
  if (!isBare(page)) document.body.append(navigationBar(page))
  document.body.append(Object.assign(document.createElement('div'), { id: 'mp-capsule' }))
  if (isTab(page.path)) document.body.append(tabBar(page))
}

function navigationBar(page: OpenPage): HTMLElement {
  const bar = Object.assign(document.createElement('div'), { id: 'mp-nav', textContent: page.title })
  bar.style.background = dress.navigation?.backgroundColor ?? themed(appJson.window?.navigationBarBackgroundColor)
  bar.style.color = dress.navigation?.frontColor ?? themed('@navigationText')
  if (lab.stack.length > 1) {
    const back = Object.assign(document.createElement('button'), { textContent: '‹', onclick: () => shell.goBack() })
    back.setAttribute('aria-label', '返回')
    bar.append(back)
  }
  return bar
}

function tabBar(page: OpenPage): HTMLElement {
  const bar = Object.assign(document.createElement('div'), { id: 'mp-tabs' })
  bar.style.background = dress.tabBar.backgroundColor ?? themed('@tabBackground')
  appJson.tabBar?.list.forEach((listed, index) => {
    const tab = { ...listed, ...dress.tabs.get(index) }
    const isHere = tab.pagePath === page.path
    const button = Object.assign(document.createElement('button'), {
      textContent: tab.text,
      onclick: () => shell.switchTab(`/${tab.pagePath}`),
    })
    button.style.color = isHere ? (dress.tabBar.selectedColor ?? themed('@tabSelected')) : (dress.tabBar.color ?? themed('@tabText'))
    button.prepend(
      Object.assign(document.createElement('img'), { alt: '', src: `/${themed(isHere ? tab.selectedIconPath : tab.iconPath)}` }),
    )
    bar.append(button)
  })
  return bar
}

let leaving: ReturnType<typeof setTimeout> | undefined

export function drawToast(message: string, durationMs: number): void {
  document.querySelector('#mp-toast')?.remove()
  clearTimeout(leaving)
  const toast = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'mp-toast', textContent: message }))
  toast.setAttribute('role', 'status')
  leaving = setTimeout(() => toast.remove(), durationMs)
}
