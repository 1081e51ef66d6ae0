import { usePages } from '@/api/use-read'
import { OrderRow } from '@/features/shop/OrderRow'
import { shopText } from '@/features/shop/text'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'

/** What I had for points, the newest first. */
export default function OrdersPage() {
  const t = useText(shopText)
  const orders = usePages('listMyOrders', { query: {} })
  const empty = (
    <Empty icon="gift" title={t.noOrders} detail={t.noOrdersDetail} action={{ words: t.toShop, onTap: () => go(routes.shop) }} />
  )
  return (
    <Page title={t.orders} onRefresh={orders.refetch}>
      <PagedList of={orders} keyOf={({ id }) => id} empty={empty}>
        {(order) => (
          <Card flush>
            <OrderRow order={order} />
          </Card>
        )}
      </PagedList>
    </Page>
  )
}
