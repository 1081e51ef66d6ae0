import type { FundProject } from '@yijian/shared/fund/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { fundText } from './text'

/** Why it takes nothing now: what somebody wrote, or the report that did not come. */
export function useWhy({ state, stateReason, reportDueOn }: FundProject): string | undefined {
  const t = useText(fundText)
  const { language } = useSettings()
  if (stateReason !== null) return stateReason
  if (state !== 'paused' || reportDueOn === null) return undefined
  return t.overdue(dayText(startOfShanghaiDay(reportDueOn), deviceNow(), language))
}
