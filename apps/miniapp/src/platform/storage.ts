import Taro from '@tarojs/taro'

/** Small values kept on the device. A full or blocked store must never break a page, so failures are silent. */
export function readStored<T>(key: string): T | undefined {
  try {
    const value: unknown = Taro.getStorageSync(key)
    // WeChat answers a missing key with an empty string. The caller names the type it stored under this key.
    return value === '' || value === undefined || value === null ? undefined : (value as T)
  } catch {
    return undefined
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    // The value lives on in memory until the app closes.
  }
}

export function removeStored(key: string): void {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // Nothing to remove when the store is blocked.
  }
}
