import type { Options } from './answers.ts'

const PREFIX = 'wx:'
const keyed = (key: unknown) => PREFIX + String(key)
const later = (run: (() => void) | undefined) => setTimeout(() => run?.())

function read(key: unknown): unknown {
  const text = localStorage.getItem(keyed(key))
  return text === null ? '' : (JSON.parse(text) as unknown)
}

/** Kept in the browser profile, so that it outlives a reload as it outlives a restart of WeChat. */
export const storage = {
  getStorageSync: (key: string) => read(key),
  setStorageSync: (key: string, value: unknown) => localStorage.setItem(keyed(key), JSON.stringify(value)),
  removeStorageSync: (key: string) => localStorage.removeItem(keyed(key)),
  clearStorageSync: () => localStorage.clear(),
  getStorageInfoSync: () => ({ keys: Object.keys(localStorage).map((key) => key.slice(PREFIX.length)) }),
  getStorage: (options: Options) => later(() => options.success?.({ data: read(options.key), errMsg: 'getStorage:ok' })),
  setStorage(options: Options) {
    localStorage.setItem(keyed(options.key), JSON.stringify(options.data))
    later(() => options.success?.({ errMsg: 'setStorage:ok' }))
  },
  removeStorage(options: Options) {
    localStorage.removeItem(keyed(options.key))
    later(() => options.success?.({ errMsg: 'removeStorage:ok' }))
  },
}
