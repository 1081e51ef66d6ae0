import type { Login } from '@yijian/shared/people/shapes'
import { createStore, useStore } from '@/lib/store'
import { readStored, removeStored, writeStored } from '@/platform/storage'

const KEY = 'login'

const store = createStore<Login | undefined>(readStored<Login>(KEY))

export function currentLogin(): Login | undefined {
  return store.get()
}

/** The login of this device; undefined means that the person must log in. */
export function useLogin(): Login | undefined {
  return useStore(store)
}

export function keepLogin(login: Login): void {
  store.set(login)
  writeStored(KEY, login)
}

export function forgetLogin(): void {
  store.set(undefined)
  removeStored(KEY)
}

export function onLoginChange(listener: () => void): () => void {
  return store.subscribe(listener)
}
