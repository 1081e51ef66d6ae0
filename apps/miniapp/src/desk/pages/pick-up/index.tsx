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
import { Columns } from '@/ui/Columns'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { RecordList } from '@/ui/RecordList'
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
    <Page title={t.pickUp} isWide onRefresh={orders.refetch}>
      <Columns main="second" first={<HandOver />} second={<WaitingOrders orders={orders} onCancel={setChosen} />} />
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

interface WaitingOrdersProps {
  orders: ReturnType<typeof usePages<'listOrders'>>
  onCancel: (order: DeskOrder) => void
}

function WaitingOrders({ orders, onCancel }: WaitingOrdersProps) {
  const t = useText(shopDeskText)
  const { language } = useSettings()
  return (
    <Section title={t.waiting}>
      <RecordList
        of={orders}
        keyOf={({ id }) => id}
        empty={<Empty icon="check" title={t.noWaiting} detail={t.noWaitingDetail} />}
        heads={{ title: t.columns.name, end: t.columns.action }}
        start={({ item }) => <ItemPicture item={item} size="thumb" />}
        title={({ item }) => item.name}
        facts={[
          { head: t.columns.person, of: ({ person }) => `${person.name} · ${person.department}` },
          { head: t.columns.placed, of: ({ placedAt }) => moment(placedAt, deviceNow(), language) },
        ]}
        end={(order) => (
          <Button kind="plain" size="small" label={[t.cancel, order.item.name, order.person.name].join(', ')} onTap={() => onCancel(order)}>
            {t.cancel}
          </Button>
        )}
      />
    </Section>
  )
}
