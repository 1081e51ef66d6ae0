import type { Session } from '@yijian/shared/project/shapes'
import type { CheckInState } from '@/features/attendance/check-in-state'
import { useCheckIn } from '@/features/attendance/use-check-in'
import { movedSince } from '@yijian/shared/signup/rules'
import { useText } from '@/i18n/use-text'
import { clockTime } from '@/lib/format'
import { Notice } from '@/ui/Notice'
import { signupText } from './text'

/** Where the person stands with the session, or that it does not take place. */
export function MyPlaceNotice({ session }: { session: Session }) {
  const t = useText(signupText)
  const { mine } = session
  if (session.state === 'cancelled') {
    return (
      <Notice tone="danger" icon="alert">
        {t.sessionCancelled(session.cancelReason ?? '')}
      </Notice>
    )
  }
  if (mine?.state === 'confirmed') return <ConfirmedNotice session={session} />
  if (mine?.state === 'waitlisted') {
    return (
      <Notice tone="gold" icon="clock">
        {t.mineWaitlisted(mine.waitlistPosition ?? 1)}
      </Notice>
    )
  }
  return session.iHost ? <Notice icon="people">{t.hostHere}</Notice> : null
}

function ConfirmedNotice({ session }: { session: Session }) {
  const t = useText(signupText)
  const checkIn = useCheckIn(session)
  const isMoved = session.mine !== null && movedSince(session.mine.signedUpAt, session.movedAt)
  const words = (state: CheckInState | undefined): string => {
    switch (state?.kind) {
      case 'arrived':
        return t.mineArrived(clockTime(state.inAt))
      case 'left':
        return t.mineLeft(clockTime(state.inAt), clockTime(state.outAt))
      case 'missed':
        return t.mineMissed
      case 'before':
      case 'open':
      case undefined:
        return isMoved ? t.mineMoved : t.mineConfirmed
    }
  }
  const isBefore = checkIn === undefined || checkIn.kind === 'before' || checkIn.kind === 'open'
  const alerts = checkIn?.kind === 'missed' || (isMoved && isBefore)
  return (
    <Notice tone={alerts ? 'gold' : 'brand'} icon={alerts ? 'alert' : 'check'}>
      {words(checkIn)}
    </Notice>
  )
}
