import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import { useLogin } from '@/api/login'
import { useAction } from '@/api/use-action'
import { handOffText } from '@/features/desk/hand-off-text'
import { Missing } from '@/features/hosting/Missing'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { goBack, routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { vibrate } from '@/platform/haptic'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'

export default function HandOffPage() {
  const { code } = useParams(routes.handOff)
  return code ? <HandOff code={code} /> : <Missing />
}

/** Asks whether the computer whose code was scanned may log in as me. */
function HandOff({ code }: { code: string }) {
  const t = useText(handOffText)
  const { language } = useSettings()
  const login = useLogin()
  const [done, setDone] = useState<'confirmed' | 'cancelled'>()
  // Asked once: the answer is about this moment.
  const view = useQuery({
    queryKey: ['viewHandOff', code],
    queryFn: () => api.viewHandOff({ body: { code } }),
    enabled: login !== undefined,
    retry: false,
    staleTime: Infinity,
  })
  const decide = useAction(
    (state: 'confirmed' | 'cancelled') =>
      (state === 'confirmed' ? api.confirmHandOff({ body: { code } }) : api.cancelHandOff({ body: { code } })).then(() => state),
    { changes: [], onDone: (state) => (vibrate('success'), setDone(state)), onRefused: () => vibrate('failure') },
  )
  const footer = view.data && done === undefined && (
    <BottomBar>
      <Button id="refuse-computer" kind="soft" busy={decide.isBusy} onTap={() => decide.start('cancelled')}>
        {t.refuse}
      </Button>
      <Button id="confirm-computer" busy={decide.isBusy} onTap={() => decide.start('confirmed')}>
        {t.confirm}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.title} footer={footer}>
      {done ? (
        <Empty
          icon={done === 'confirmed' ? 'check' : 'shield'}
          title={done === 'confirmed' ? t.confirmed : t.refused}
          detail={done === 'confirmed' ? t.confirmedDetail : t.refusedDetail}
          action={{ words: t.back, onTap: goBack }}
        />
      ) : (
        <Loaded of={view}>
          {({ browser, askedAt }) => (
            <>
              <Card flush>
                <Cell icon="online" title={t.browser} detail={browser} />
                <Cell icon="clock" tone="neutral" title={t.askedAt} detail={moment(askedAt, deviceNow(), language)} />
                <Cell icon="me" tone="neutral" title={t.as} detail={login?.me.employee.name ?? ''} />
              </Card>
              <Notice tone="gold" icon="shield">
                {t.warning}
              </Notice>
              {Boolean(decide.error) && <ErrorState error={decide.error} />}
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
