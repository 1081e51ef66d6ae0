import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chromeColours } from '@/platform/chrome-colours'
import themeJson from '../theme.json'
import { iconNames } from './icon-names'

type Theme = 'light' | 'dark'

const tokensScss = readFileSync(new URL('./tokens.scss', import.meta.url), 'utf8')

function tokensOf(theme: Theme): Record<string, string> {
  const body = tokensScss.split(`@mixin ${theme} {`)[1]?.split('\n}')[0] ?? ''
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name ?? '', colour ?? '']))
}

/** Relative luminance and ratio as WCAG 2 defines them. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

const surfaces = ['bg', 'card', 'sunk', 'brand-tint', 'give-tint', 'gold-tint', 'info-tint', 'danger-tint']
const words = ['ink', 'ink-2', 'ink-3', 'brand', 'give', 'gold', 'info', 'danger']
const pairs = [
  ...surfaces.flatMap((surface) => words.map((word) => [word, surface] as const)),
  ['on-brand', 'brand'],
  ['on-give', 'give'],
  ['on-danger', 'danger'],
  ['on-hero', 'hero-from'],
  ['on-hero', 'hero-to'],
  ['on-hero-2', 'hero-from'],
  ['on-hero-2', 'hero-to'],
  ['on-warm', 'warm-from'],
  ['on-warm', 'warm-to'],
  ['on-warm-2', 'warm-from'],
  ['on-warm-2', 'warm-to'],
  ['bg', 'ink'],
  ['brand', 'raised'],
] as const
/** Bars and edges of controls: not text, so 3:1 is the rule. */
const shapes = [
  ['brand', 'sunk'],
  ['give-bright', 'sunk'],
  ['control', 'card'],
  ['hero-bar', 'hero-to'],
] as const

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const ratio = (front: string, back: string) => contrast(tokens[front] ?? '#000000', tokens[back] ?? '#000000')

  it('lets every word be read on every surface', () => {
    const weak = pairs
      .filter(([front, back]) => ratio(front, back) < 4.5)
      .map(([front, back]) => `${front} on ${back}: ${ratio(front, back).toFixed(2)}`)
    expect(weak).toEqual([])
  })

  it('lets bars and edges be seen', () => {
    const weak = shapes
      .filter(([front, back]) => ratio(front, back) < 3)
      .map(([front, back]) => `${front} on ${back}: ${ratio(front, back).toFixed(2)}`)
    expect(weak).toEqual([])
  })

  it('is the same in what WeChat draws itself', () => {
    const chrome = { background: tokens.bg, card: tokens.card, ink3: tokens['ink-3'], brand: tokens.brand }
    expect(chromeColours[theme]).toEqual(chrome)
    expect(themeJson[theme]).toMatchObject({
      background: tokens.bg,
      tabBackground: tokens.card,
      tabText: tokens['ink-3'],
      tabSelected: tokens.brand,
    })
  })
})

it('draws every icon that has a name, and names every icon that is drawn', () => {
  const drawn = [...readFileSync(new URL('./icons.scss', import.meta.url), 'utf8').matchAll(/'([\w-]+)':\s+'M/g)].map(([, name]) => name)
  expect(new Set(drawn)).toEqual(new Set(iconNames))
})
