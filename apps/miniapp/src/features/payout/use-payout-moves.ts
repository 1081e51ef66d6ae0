import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { payoutText } from './text'

/** What a step of a payout makes stale. */
const changes = [
  'listPayouts',
  'listPayoutCandidates',
  'getPayout',
  'getFundProject',
  'listManagedFundProjects',
  'listMyDonationPayouts',
  'listToDos',
] as const

export function useBuildPayouts() {
  const t = useText(payoutText)
  return useToldAction((fundProjectIds: string[] | undefined, options) => api.buildPayouts({ body: { fundProjectIds } }, options), {
    changes,
    done: ({ items }) => t.built(items.length),
  })
}

/** The steps of one batch. */
export function usePayoutMoves(payoutId: string) {
  const t = useText(payoutText)
  const params = { payoutId }
  const told = { changes, done: t.done }
  return {
    approve: useToldAction((_: undefined, options) => api.approvePayout({ params }, options), told),
    send: useToldAction((bankReference: string, options) => api.sendPayout({ params, body: { bankReference } }, options), told),
    confirm: useToldAction(
      (note: string, options) => api.confirmPayout({ params, body: { note: note === '' ? undefined : note } }, options),
      told,
    ),
    bounce: useToldAction((reason: string, options) => api.bouncePayout({ params, body: { reason } }, options), told),
    cancel: useToldAction((reason: string, options) => api.cancelPayout({ params, body: { reason } }, options), told),
  }
}
