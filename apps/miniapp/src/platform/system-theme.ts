import Taro from '@tarojs/taro'
import { createStore } from '@/lib/store'

export type Theme = 'light' | 'dark'

export const systemTheme = createStore<Theme>(read())

function read(): Theme {
  try {
    // WeCom lacks getAppBaseInfo on some systems; the older call knows the theme as well.
    const info: { theme?: string } = Taro.getAppBaseInfo?.() ?? Taro.getSystemInfoSync()
    return info.theme === 'dark' ? 'dark' : 'light'
  } catch {
    return 'light'
  }
}

/** Follows the device from the start of the app on. */
export function watchSystemTheme(): void {
  Taro.onThemeChange?.(({ theme }) => systemTheme.set(theme === 'dark' ? 'dark' : 'light'))
}
