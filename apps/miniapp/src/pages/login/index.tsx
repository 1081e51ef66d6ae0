import type { Login } from '@yijian/shared/people/shapes'
import { useEffect, useRef } from 'react'
import { keepLogin } from '@/api/login'
import { adviceOf, problemWords } from '@/api/problems'
import { BindCodeForm } from '@/features/login/BindCodeForm'
import { ComputerLogin } from '@/features/login/ComputerLogin'
import { DemoLogin } from '@/features/login/DemoLogin'
import { loginText } from '@/features/login/text'
import { useLogIn } from '@/features/login/use-log-in'
import { useText } from '@/i18n/use-text'
import { goBack } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { hasPlatformLogin, isInWeCom } from '@/platform/login-code'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import styles from './index.module.scss'

export default function LoginPage() {
  const t = useText(loginText)
  const { language } = useSettings()
  const enter = (login: Login) => {
    toast(t.welcome(login.me.employee.name))
    goBack()
  }
  const logIn = useLogIn(enter)
  // One for the life of the page, since a poll holds on to it.
  const adopt = useRef((login: Login) => {
    keepLogin(login)
    enter(login)
  }).current
  const { start } = logIn
  // WeCom vouches for the person without a question; WeChat may first need the binding code.
  useEffect(() => {
    if (isInWeCom()) start({ by: 'platform' })
  }, [start])
  const words = logIn.error ? problemWords(logIn.error, language) : undefined
  return (
    <Page title={t.title} isPublic>
      <View className={styles.brand}>
        <View className={styles.mark}>
          <Icon name="brand" size="xl" />
        </View>
        <View className="t-title t-center">{t.slogan}</View>
        <View className="t-body t-muted t-center">{t.intro}</View>
      </View>
      {words && !logIn.isCodeWrong && <Notice tone={logIn.needsBinding ? 'info' : 'gold'}>{adviceOf(words, language)}</Notice>}
      {logIn.needsBinding ? (
        <BindCodeForm
          error={logIn.isCodeWrong ? words?.detail : undefined}
          busy={logIn.isBusy}
          onSubmit={(bindCode) => logIn.start({ by: 'platform', bindCode })}
        />
      ) : (
        hasPlatformLogin && (
          <Button busy={logIn.isBusy} onTap={() => logIn.start({ by: 'platform' })}>
            {isInWeCom() ? t.withWeCom : t.withWeChat}
          </Button>
        )
      )}
      <ComputerLogin onLogin={adopt} />
      <DemoLogin onChoose={(personaId) => logIn.start({ by: 'persona', personaId })} />
    </Page>
  )
}
