import { useState } from 'react'
import { api } from '@/api/client'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { Fact } from '@/features/shop/Fact'
import { ItemPicture } from '@/features/shop/ItemPicture'
import { MissingItem } from '@/features/shop/MissingItem'
import { PickUpCard } from '@/features/shop/PickUpCard'
import { shopText } from '@/features/shop/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count, moment } from '@/lib/format'
import { go, routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { useBrightScreen } from '@/platform/screen'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Dialog } from '@/ui/Dialog'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

/** While the code is shown, the desk may take it any moment. */
const LOOK_EVERY_MS = 5_000

export default function OrderPage() {
  const { orderId } = useParams(routes.order)
  return orderId ? <MyOrder orderId={orderId} /> : <MissingItem />
}

function MyOrder({ orderId }: { orderId: string }) {
  const t = useText(shopText)
  const { language } = useSettings()
  const order = useRead('getMyOrder', { params: { orderId } }, { refetchEveryMs: LOOK_EVERY_MS })
  useBrightScreen()
  return (
    <Page
      title={t.order}
      onRefresh={order.refetch}
      footer={order.data?.state === 'placed' && <CancelBar orderId={orderId} points={order.data.pricePoints} />}
    >
      <Loaded of={order}>
        {(mine) => (
          <>
            <PickUpCard order={mine} />
            <Card flush>
              <Cell
                start={<ItemPicture item={mine.item} size="thumb" />}
                title={mine.item.name}
                detail={t.seeItem}
                onTap={() => go(routes.shopItem, { shopItemId: mine.item.id })}
              />
              <Fact name={t.spent}>{t.cost(count(mine.pricePoints))}</Fact>
              <Fact name={t.placedAt}>{moment(mine.placedAt, deviceNow(), language)}</Fact>
              <Fact name={t.orderNo}>{mine.id}</Fact>
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function CancelBar({ orderId, points }: { orderId: string; points: number }) {
  const t = useText(shopText)
  const [isAsking, setAsking] = useState(false)
  const cancel = useToldAction((_: undefined, options) => api.cancelOrder({ params: { orderId }, body: {} }, options), {
    changes: ['getMyOrder', 'listMyOrders', 'getMyBalances', 'listShopItems', 'getShopItem', 'listMyStatement'],
    done: t.cancelled,
    onDone: () => setAsking(false),
  })
  return (
    <>
      <BottomBar>
        <Button kind="soft" onTap={() => setAsking(true)}>
          {t.cancel}
        </Button>
      </BottomBar>
      <Dialog
        isOpen={isAsking}
        title={t.cancel}
        detail={t.cancelDetail(count(points))}
        confirm={t.cancel}
        cancel={t.keep}
        kind="danger"
        busy={cancel.isBusy}
        onConfirm={() => cancel.start(undefined)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
