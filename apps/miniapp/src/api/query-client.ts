import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { ProblemError } from '@yijian/shared/http/problem'
import { isOnline } from '@/platform/network'
import { currentLogin, onLoginChange } from './login'

const STALE_MS = 15_000
/** Worth another try by itself: nothing was decided. */
const passing = new Set(['offline', 'timeout', 'busy', 'unreadable-reply'])

export function isPassing(error: unknown): boolean {
  return error instanceof ProblemError && passing.has(error.code)
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Our own banner tells about the connection; a query must fail rather than wait in silence.
      networkMode: 'always',
      // With that mode the connection's return would otherwise fetch nothing.
      refetchOnReconnect: true,
      staleTime: STALE_MS,
      retry: (failures, error) => isPassing(error) && failures < 2,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Lets the app's own signals decide when data is fetched anew. */
export function connectQueryClient(): void {
  onlineManager.setEventListener((setOnline) => isOnline.subscribe(() => setOnline(isOnline.get())))
  let person = currentLogin()?.me.employee.id
  onLoginChange(() => {
    const next = currentLogin()?.me.employee.id
    // What one person saw must not flash up for the next.
    if (next !== person) queryClient.clear()
    person = next
  })
}

export function setAppShown(isShown: boolean): void {
  focusManager.setFocused(isShown)
}
