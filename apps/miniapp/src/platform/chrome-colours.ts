import type { Theme } from './system-theme'

/** What WeChat draws around our pages, in the colours of tokens.scss and theme.json (tokens.test.ts compares them). */
export const chromeColours: Record<Theme, { background: string; card: string; ink3: string; brand: string }> = {
  light: { background: '#f4f7f5', card: '#ffffff', ink3: '#5f6c66', brand: '#0b7a58' },
  dark: { background: '#0e1412', card: '#161e1b', ink3: '#8f9e97', brand: '#45c496' },
}
