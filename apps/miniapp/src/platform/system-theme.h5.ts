import { createStore } from '@/lib/store'
import type { Theme } from './system-theme'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

export const systemTheme = createStore<Theme>(dark.matches ? 'dark' : 'light')

export function watchSystemTheme(): void {
  // addListener is what iOS 13 and older know.
  const follow = () => systemTheme.set(dark.matches ? 'dark' : 'light')
  if ('addEventListener' in dark) dark.addEventListener('change', follow)
}
