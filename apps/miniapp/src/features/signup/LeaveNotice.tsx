import { isBefore } from '@yijian/shared/kernel/time'
import type { Session } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { shortDuration } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Notice } from '@/ui/Notice'
import { signupText } from './text'

/** Before signing up: that there is charity leave for it, and whether hours on leave earn credit (product rule, section 7). */
export function LeaveNotice({ session: { leave, state, endsAt }, now }: { session: Session; now: Date }) {
  const t = useText(signupText)
  const { language } = useSettings()
  if (state !== 'open' || leave.allowanceMinutes === 0 || !isBefore(now, endsAt)) return null
  const year = shortDuration(leave.allowanceMinutes, language)
  return (
    <Notice icon="calendar" tone={leave.earnsCredit ? 'brand' : 'gold'}>
      {leave.earnsCredit ? t.leaveEarns(year) : t.leaveEarnsNot(year)}
    </Notice>
  )
}
