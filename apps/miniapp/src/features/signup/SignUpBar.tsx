import { lateCancel } from '@yijian/shared/signup/rules'
import { projectProblems } from '@yijian/shared/project/problems'
import type { Session } from '@yijian/shared/project/shapes'
import { signupProblems } from '@yijian/shared/signup/problems'
import { adviceOf, verdictWords } from '@/api/problems'
import { useConsent } from '@/features/notify/use-consent'
import { useText } from '@/i18n/use-text'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { MyPlaceActions } from './MyPlaceActions'
import type { SessionStep } from './session-step'
import { signupText } from './text'
import { useSignUp } from './use-sign-up'

const refusals = { ...projectProblems, ...signupProblems }

interface SignUpBarProps {
  session: Session
  step: SessionStep
  now: Date
}

/** The one thing to do with a session now, at the thumb; a button that cannot be used says why. */
export function SignUpBar({ session, step, now }: SignUpBarProps) {
  const t = useText(signupText)
  const { language } = useSettings()
  const { signUp, cancel } = useSignUp()
  const ask = useConsent(['session-reminder', 'session-cancelled', 'signup-promoted'])
  const start = () => {
    ask()
    signUp.start(session.id)
  }
  const freeUntil = lateCancel({ state: 'confirmed', signedUpAt: now }, session, now)
    ? t.cancelLateSince
    : t.cancelFreeUntil(moment(session.lateCancelAt, now, language))

  switch (step.kind) {
    case 'mine':
      return <MyPlaceActions session={session} step={step} now={now} cancel={cancel} />
    case 'sign-up':
      return (
        <BottomBar note={freeUntil}>
          <Button id="sign-up" busy={signUp.isBusy} onTap={start}>
            {step.left === null ? t.signUp : t.signUpLeft(step.left)}
          </Button>
        </BottomBar>
      )
    case 'join-waitlist':
      return (
        <BottomBar note={t.waitlistNote}>
          <Button id="sign-up" busy={signUp.isBusy} onTap={start}>
            {step.ahead === 0 ? t.joinWaitlist : t.joinWaitlistAfter(step.ahead)}
          </Button>
        </BottomBar>
      )
    case 'refused': {
      const words = verdictWords(step.refusal, refusals, language)
      return (
        <BottomBar>
          <Button id="sign-up" disabledReason={words ? adviceOf(words, language) : t.signUp} onTap={start}>
            {words?.title ?? t.signUp}
          </Button>
        </BottomBar>
      )
    }
  }
}
