import Taro from '@tarojs/taro'
import { createStore } from '@/lib/store'

type Answer = Parameters<Taro.onNeedPrivacyAuthorization.Listener>[0]

/** Set while WeChat waits for the person's answer. */
export const privacyQuestion = createStore<Answer | undefined>(undefined)

/** The id WeChat checks: only a tap on this very button counts as consent. */
export const AGREE_BUTTON = 'privacy-agree'

export function watchPrivacy(): void {
  Taro.onNeedPrivacyAuthorization?.((answer) => {
    answer({ event: 'exposureAuthorization' })
    privacyQuestion.set(answer)
  })
}

export function answerPrivacy(agreed: boolean): void {
  const answer = privacyQuestion.get()
  privacyQuestion.set(undefined)
  answer?.(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' })
}

export const hasPrivacyContract = true

/** WeChat's page with the guideline filed for this mini-program. */
export function openPrivacyContract(): void {
  Taro.openPrivacyContract({})
}
