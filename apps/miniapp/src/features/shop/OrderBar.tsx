import { shanghaiDay } from '@yijian/shared/kernel/time'
import { canOrder } from '@yijian/shared/points/rules'
import type { OfferedItem } from '@yijian/shared/points/shapes'
import { useState } from 'react'
import { pointsProblems } from '@yijian/shared/points/problems'
import { api } from '@/api/client'
import { verdictWords } from '@/api/problems'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count } from '@/lib/format'
import { replaceWith, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { shopText } from './text'

/** One tap and a question: the item for points, or why not. */
export function OrderBar({ offered: { item, myOrders }, points }: { offered: OfferedItem; points: number }) {
  const t = useText(shopText)
  const { language } = useSettings()
  const [isAsking, setAsking] = useState(false)
  const verdict = canOrder({ today: shanghaiDay(deviceNow()), item, mine: { points, orders: myOrders } })
  const place = useToldAction((_: undefined, options) => api.placeOrder({ params: { shopItemId: item.id } }, options), {
    changes: ['getShopItem', 'listShopItems', 'getMyBalances', 'listMyOrders', 'listMyStatement'],
    done: t.placed,
    onDone: ({ id }) => {
      setAsking(false)
      replaceWith(routes.order, { orderId: id })
    },
  })
  const [price, left] = [count(item.pricePoints), count(points - item.pricePoints)]
  return (
    <>
      <BottomBar note={verdict.ok ? t.after(left) : undefined}>
        <Button id="redeem" disabledReason={verdictWords(verdict, pointsProblems, language)?.detail} onTap={() => setAsking(true)}>
          {t.redeem(price)}
        </Button>
      </BottomBar>
      <Dialog
        // What another device took meanwhile is said below; there is nothing to confirm any more.
        isOpen={isAsking && verdict.ok}
        title={t.confirm}
        detail={t.confirmDetail(item.name, price, left)}
        confirm={t.confirm}
        busy={place.isBusy}
        onConfirm={() => place.start(undefined)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
