import { Button } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { useStore } from '@/lib/store'
import { View } from '@/ui/elements'
import { Sheet } from '@/ui/Sheet'
import { Tappable } from '@/ui/Tappable'
import { AGREE_BUTTON, answerPrivacy, openPrivacyContract, privacyQuestion } from './privacy'
import { platformText } from './text'

/** Asks for consent when WeChat says that an interface needs it; only on the page in front. */
export function PrivacyPrompt() {
  const t = useText(platformText)
  const question = useStore(privacyQuestion)
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return (
    <Sheet
      isOpen={isShown && question !== undefined}
      title={t.privacyTitle}
      onClose={() => answerPrivacy(false)}
      footer={
        <View className="stack">
          <Button
            id={AGREE_BUTTON}
            openType="agreePrivacyAuthorization"
            className="open-button open-button-primary"
            hoverClass="pressed"
            onAgreePrivacyAuthorization={() => answerPrivacy(true)}
          >
            {t.privacyAgree}
          </Button>
          <Tappable onTap={() => answerPrivacy(false)} className="open-button">
            {t.privacyDecline}
          </Tappable>
        </View>
      }
    >
      <View className="stack">
        <View className="t-body t-muted">{t.privacyDetail}</View>
        <Tappable onTap={openPrivacyContract} role="link" className="t-body t-brand">
          {t.privacyContract}
        </Tappable>
      </View>
    </Sheet>
  )
}
