const DESKTOP_PX = 900

/** Whether this is a screen to work at, and no phone. */
export function isWide(): boolean {
  return window.innerWidth >= DESKTOP_PX
}

const browsers = [
  ['wxwork', 'WeCom'],
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const systems = [
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Android', 'Android'],
  ['Linux', 'Linux'],
] as const

/** `Chrome · Windows`: as much as somebody needs to tell their own computer. */
export function browserName(): string {
  const agent = navigator.userAgent
  const of = (known: readonly (readonly [string, string])[]) => known.find(([part]) => agent.includes(part))?.[1]
  return [of(browsers) ?? 'Browser', of(systems)].filter(Boolean).join(' · ')
}

/** WeCom's own browser knows its person. */
export function isInWeComBrowser(): boolean {
  return navigator.userAgent.includes('wxwork')
}
