import type { DeskOrder } from '@yijian/shared/points/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { problemWords, toldOf } from '@/api/problems'
import { useAction } from '@/api/use-action'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { vibrate } from '@/platform/haptic'
import { Scanner } from '@/platform/Scanner'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { View } from '@/ui/elements'
import { Notice } from '@/ui/Notice'
import { shopDeskText } from './text'

/** A code is scanned or typed; item and person are shown; then it is handed over. */
export function HandOver() {
  const t = useText(shopDeskText)
  const { language } = useSettings()
  const [found, setFound] = useState<{ code: string; order: DeskOrder }>()
  const look = useAction(async (code: string) => ({ code, order: await api.findOrderByCode({ params: { code } }) }), {
    changes: [],
    onDone: (next) => {
      vibrate('success')
      setFound(next)
    },
    onRefused: () => vibrate('failure'),
  })
  const give = useToldAction((code: string, options) => api.pickUpOrder({ params: { code } }, options), {
    changes: ['listOrders', 'listShopStock'],
    done: t.handedOver,
    onDone: () => setFound(undefined),
  })
  const refused = look.error ? problemWords(look.error, language) : undefined
  return (
    <>
      <Card>
        <View className="stack">
          <View className="t-body t-muted">{t.scanNote}</View>
          {refused && (
            <Notice tone="danger" icon="alert">
              {toldOf(refused, language)}
            </Notice>
          )}
          <Scanner busy={look.isBusy} words={t.codeWords} onCode={look.start} />
        </View>
      </Card>
      <Dialog
        isOpen={found !== undefined}
        title={t.handOver}
        detail={found ? t.handOverDetail([found.order.person.name, found.order.person.department].join(' · '), found.order.item.name) : ''}
        confirm={t.handOver}
        busy={give.isBusy}
        onConfirm={() => found && give.start(found.code)}
        onClose={() => setFound(undefined)}
      />
    </>
  )
}
