import type { FundMoveInput } from '@yijian/shared/fund/shapes'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { fundDeskText } from './text'

/** What a change of a fund project makes stale. */
export const fundChanges = ['getFundProject', 'listFundProjects', 'listManagedFundProjects', 'listFundReports', 'listToDos'] as const

/** Moves a fund project along its way. */
export function useFundMove(fundProjectId: string) {
  const t = useText(fundDeskText)
  return useToldAction((body: FundMoveInput, options) => api.moveFundProject({ params: { fundProjectId }, body }, options), {
    changes: fundChanges,
    done: t.done,
  })
}
