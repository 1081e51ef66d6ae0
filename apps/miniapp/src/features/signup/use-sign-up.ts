import type { Signup } from '@yijian/shared/signup/shapes'
import { api } from '@/api/client'
import { problemWords } from '@/api/problems'
import { useAction } from '@/api/use-action'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { vibrate } from '@/platform/haptic'
import { toast } from '@/platform/toast'
import { signupText } from './text'

/** What a sign-up or a cancellation moves. */
const changes = ['getSession', 'listMySignups', 'listSessions', 'getHome'] as const

/** Takes a place or joins the waitlist, and gives either back; says aloud what came of it. */
export function useSignUp() {
  const t = useText(signupText)
  const { language } = useSettings()
  const say = (outcome: 'success' | 'failure', words: string) => {
    vibrate(outcome)
    toast(words)
  }
  const onRefused = (error: unknown) => {
    const { title, next } = problemWords(error, language)
    say('failure', language === 'zh' ? `${title}，${next}` : `${title}. ${next}`)
  }
  const signUp = useAction((sessionId: string, options) => api.createSignup({ params: { sessionId } }, options), {
    changes,
    onDone: ({ waitlistPosition }: Signup) =>
      say('success', waitlistPosition === null ? t.doneConfirmed : t.doneWaitlisted(waitlistPosition)),
    onRefused,
  })
  const cancel = useAction((signupId: string, options) => api.cancelSignup({ params: { signupId } }, options), {
    changes,
    onDone: () => say('success', t.doneCancelled),
    onRefused,
  })
  return { signUp, cancel }
}
