import { systemTheme } from '@/platform/system-theme'
import type { Theme } from '@/platform/system-theme'
import { useSettings } from './settings'
import { useStore } from './store'

/** The theme in force: the chosen one, else that of the device. */
export function useTheme(): Theme {
  const system = useStore(systemTheme)
  const { theme } = useSettings()
  return theme === 'system' ? system : theme
}
