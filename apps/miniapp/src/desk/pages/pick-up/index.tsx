import type { DeskOrder } from '@yijian/shared/points/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { usePages } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { HandOver } from '@/features/shop-desk/HandOver'
import { shopDeskText } from '@/features/shop-desk/text'
import { ItemPicture } from '@/features/shop/ItemPicture'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { Section } from '@/ui/Section'

/** The desk where orders are handed over. */
export default function PickUpPage() {
  const t = useText(shopDeskText)
  const orders = usePages('listOrders', { query: { state: 'placed' } })
  const [chosen, setChosen] = useState<DeskOrder>()
  const cancel = useToldAction(
    (reason: string, options) => api.cancelOrder({ params: { orderId: chosen?.id ?? '' }, body: { reason } }, options),
    { changes: ['listOrders', 'listShopStock', 'getShopItem'], done: t.cancelled, onDone: () => setChosen(undefined) },
  )
  return (
    <Page title={t.pickUp} onRefresh={orders.refetch}>
      <HandOver />
      <Section title={t.waiting}>
        <PagedList of={orders} keyOf={({ id }) => id} empty={<Empty icon="check" title={t.noWaiting} detail={t.noWaitingDetail} />}>
          {(order) => (
            <Card flush>
              <Waiting order={order} onCancel={() => setChosen(order)} />
            </Card>
          )}
        </PagedList>
      </Section>
      {chosen && (
        <ReasonDialog
          isOpen
          title={t.cancel}
          detail={t.cancelDetail}
          busy={cancel.isBusy}
          onConfirm={cancel.start}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Page>
  )
}

function Waiting({ order: { item, person, placedAt }, onCancel }: { order: DeskOrder; onCancel: () => void }) {
  const t = useText(shopDeskText)
  const { language } = useSettings()
  return (
    <Cell
      start={<ItemPicture item={item} size="thumb" />}
      title={item.name}
      detail={[person.name, person.department, t.placedAt(moment(placedAt, deviceNow(), language))].join(' · ')}
      end={
        <Button kind="plain" size="small" label={`${t.cancel}，${item.name}，${person.name}`} onTap={onCancel}>
          {t.cancel}
        </Button>
      }
    />
  )
}
