import { createStore } from '@/lib/store'

export const isOnline = createStore(navigator.onLine)

export function watchNetwork(): void {
  window.addEventListener('online', () => isOnline.set(true))
  window.addEventListener('offline', () => isOnline.set(false))
}
