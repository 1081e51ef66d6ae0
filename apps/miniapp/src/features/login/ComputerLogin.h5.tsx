import { handOffCodeText } from '@yijian/shared/people/hand-off'
import { useEffect, useState } from 'react'
import { adviceOf, problemWords } from '@/api/problems'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { browserName, isWide } from '@/platform/browser.h5'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { QrCode } from '@/ui/QrCode'
import { Skeleton } from '@/ui/Skeleton'
import type { ComputerLoginProps } from './computer-login.types'
import { loginText } from './text'
import { useHandOff } from './use-hand-off'
import { useWeComWeb } from './use-wecom-web.h5'

/** Ways into a browser: the own phone, or WeCom where it is set up. */
export function ComputerLogin({ onLogin }: ComputerLoginProps) {
  const [wide] = useState(isWide)
  return (
    <>
      {wide && <ByPhone onLogin={onLogin} />}
      <ByWeCom onLogin={onLogin} />
    </>
  )
}

function ByPhone({ onLogin }: ComputerLoginProps) {
  const t = useText(loginText)
  const [browser] = useState(browserName)
  const { handOff, state, error, start } = useHandOff(browser, onLogin)
  if (error) return <ErrorState error={error} onRetry={start} />
  return (
    <Card>
      <View className="stack t-center">
        <Heading level={2} className="t-heading">
          {t.byPhone}
        </Heading>
        {state === 'waiting' && handOff && <QrCode text={handOffCodeText(handOff.code)} label={t.byPhoneCode} maxSize={232} />}
        {state === 'starting' && <Skeleton count={2} />}
        <View className="t-body t-muted" aria-role="status">
          {{ starting: '', waiting: t.byPhoneDetail, ended: t.codeEnded, cancelled: t.codeCancelled }[state]}
        </View>
        {(state === 'ended' || state === 'cancelled') && (
          <Button kind="soft" icon="refresh" onTap={start}>
            {t.newCode}
          </Button>
        )}
      </View>
    </Card>
  )
}

function ByWeCom({ onLogin }: ComputerLoginProps) {
  const t = useText(loginText)
  const { language } = useSettings()
  const ways = useRead('getLoginWays')
  const { begin, finish, isBusy, error } = useWeComWeb(onLogin)
  useEffect(finish, [finish])
  if (!ways.data?.weComWeb) return null
  const words = error ? problemWords(error, language) : undefined
  return (
    <>
      {words && <Notice tone="gold">{adviceOf(words, language)}</Notice>}
      <Button kind="soft" busy={isBusy} onTap={begin}>
        {t.byWeComWeb}
      </Button>
    </>
  )
}
