import type { Language } from '@yijian/shared/kernel/language'
import { readStored, writeStored } from '@/platform/storage'
import { createStore, useStore } from './store'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

/** What a person chooses for this device. */
export interface Settings {
  language: Language
  theme: ThemeChoice
  largeType: boolean
}

const KEY = 'settings'
const defaults: Settings = { language: 'zh', theme: 'system', largeType: false }

const store = createStore<Settings>({ ...defaults, ...readStored<Partial<Settings>>(KEY) })

export function currentSettings(): Settings {
  return store.get()
}

export function changeSettings(change: Partial<Settings>): void {
  const next = { ...store.get(), ...change }
  store.set(next)
  writeStored(KEY, next)
}

export function useSettings(): Settings {
  return useStore(store)
}
