import { api } from '@/api/client'
import { useAction } from '@/api/use-action'
import { vibrate } from '@/platform/haptic'

/** What a scan moves. */
const changes = ['listMyHours', 'listMySignups', 'getSession', 'getHome'] as const

/** Sends a scanned code; done and refused are told apart without looking at the screen. */
export function useScan() {
  return useAction((code: string, options) => api.scanCode({ body: { code } }, options), {
    changes,
    onDone: () => vibrate('success'),
    onRefused: () => vibrate('failure'),
  })
}
