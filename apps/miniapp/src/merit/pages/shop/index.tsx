import { usePages, useRead } from '@/api/use-read'
import { ItemTile } from '@/features/shop/ItemTile'
import { shopText } from '@/features/shop/text'
import styles from '@/features/shop/shop.module.scss'
import { useText } from '@/i18n/use-text'
import { count } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Icon } from '@/ui/Icon'
import { Page } from '@/ui/Page'
import { ListEnd } from '@/ui/PagedList'
import { Skeleton } from '@/ui/Skeleton'

/** What can be had for points. */
export default function ShopPage() {
  const t = useText(shopText)
  const balances = useRead('getMyBalances', {})
  const offers = usePages('listShopItems', { query: {} })
  const { items } = offers
  const points = balances.data?.balances.points
  return (
    <Page title={t.shop} onRefresh={() => Promise.all([balances.refetch(), offers.refetch()])}>
      <View className={styles.head}>
        <View className={styles.have}>
          {points !== undefined && (
            <>
              <Icon name="points" size="s" />
              {t.have(count(points))}
            </>
          )}
        </View>
        <Button kind="soft" size="small" onTap={() => go(routes.orders)}>
          {t.myOrders}
        </Button>
      </View>
      {!items && (offers.error ? <ErrorState error={offers.error} onRetry={() => void offers.refetch()} /> : <Skeleton count={4} />)}
      {items?.length === 0 && <Empty icon="gift" title={t.empty} detail={t.emptyDetail} />}
      {items && items.length > 0 && (
        <>
          <View className={styles.grid}>
            {items.map((offered) => (
              <ItemTile key={offered.item.id} offered={offered} />
            ))}
          </View>
          <ListEnd hasMore={offers.hasNextPage} busy={offers.isFetchingNextPage} onMore={() => void offers.fetchNextPage()} />
        </>
      )}
    </Page>
  )
}
