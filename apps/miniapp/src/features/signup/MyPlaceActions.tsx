import { canCancelSignup, lateCancel, movedSince } from '@yijian/shared/signup/rules'
import type { Session } from '@yijian/shared/project/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { useCheckIn } from '@/features/attendance/use-check-in'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import type { SessionStep } from './session-step'
import { signupText } from './text'
import type { useSignUp } from './use-sign-up'

interface MyPlaceActionsProps {
  session: Session
  step: Extract<SessionStep, { kind: 'mine' }>
  now: Date
  cancel: ReturnType<typeof useSignUp>['cancel']
}

/** For somebody who has a place: scan when it is time, give it back while one can. */
export function MyPlaceActions({ session, step, now, cancel }: MyPlaceActionsProps) {
  const t = useText(signupText)
  const { language } = useSettings()
  const [isAsking, setAsking] = useState(false)
  const isConfirmed = step.state === 'confirmed'
  const checkIn = useCheckIn(isConfirmed ? session : undefined)
  const mayCancel = canCancelSignup({ now, session, signup: { state: step.state, cancelledAt: null } }).ok && checkIn?.kind !== 'arrived'
  const isLate = lateCancel(step, session, now)
  const scan = checkIn?.kind === 'open' ? t.checkIn : checkIn?.kind === 'arrived' && checkIn.canLeave ? t.checkOut : undefined
  if (!scan && !mayCancel) return null

  const free = movedSince(step.signedUpAt, session.movedAt)
    ? t.cancelFreeAnyTime
    : t.cancelFreeUntil(moment(session.lateCancelAt, now, language))
  const freeUntil = isLate ? t.cancelLateSince : free
  const consequence = !isConfirmed ? t.leaveDetail : isLate ? t.cancelLate : t.cancelFree
  return (
    <>
      <BottomBar note={isConfirmed && mayCancel && !scan ? freeUntil : undefined}>
        {mayCancel && (
          <Button id="cancel" kind="plain" busy={cancel.isBusy} onTap={() => setAsking(true)}>
            {isConfirmed ? t.cancel : t.leaveWaitlist}
          </Button>
        )}
        {scan && (
          <Button id="scan" icon="scan" onTap={() => go(routes.scan)}>
            {scan}
          </Button>
        )}
      </BottomBar>
      <Dialog
        isOpen={isAsking}
        title={isConfirmed ? t.cancelQuestion : t.leaveQuestion}
        detail={consequence}
        confirm={isConfirmed ? t.cancel : t.leaveWaitlist}
        cancel={t.keep}
        kind="danger"
        onConfirm={() => {
          setAsking(false)
          cancel.start(step.signupId)
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
