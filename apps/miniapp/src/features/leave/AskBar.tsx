import type { LeaveOfYear, LeavePart } from '@yijian/shared/leave/shapes'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { shortDuration } from '@/lib/format'
import { goBack } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { leaveText } from './text'

interface AskBarProps {
  signupId: string | undefined
  leaveOn: string | undefined
  part: LeavePart
  minutes: number
  /** The year the day is in. */
  ofYear: LeaveOfYear
}

/** Hands the wish in; says why not when there is not enough. */
export function AskBar({ signupId, leaveOn, part, minutes, ofYear: { year, leftMinutes } }: AskBarProps) {
  const t = useText(leaveText)
  const { language } = useSettings()
  const ask = useToldAction(
    (body: { signupId: string; leaveOn: string; part: LeavePart }, options) => api.requestLeave({ body }, options),
    {
      changes: ['getMyLeave', 'listMyLeave', 'listMyStatement', 'getMyBalances'],
      done: t.submitted,
      onDone: goBack,
    },
  )
  const short =
    leftMinutes === 0 ? t.nothingLeft(year) : minutes > leftMinutes ? t.notEnough(year, shortDuration(leftMinutes, language)) : undefined
  return (
    <BottomBar note={t.next}>
      <Button
        id="submit-leave"
        busy={ask.isBusy}
        disabledReason={signupId === undefined ? t.allAsked : short}
        onTap={() => signupId && leaveOn && ask.start({ signupId, leaveOn, part })}
      >
        {t.submit(shortDuration(minutes, language))}
      </Button>
    </BottomBar>
  )
}
