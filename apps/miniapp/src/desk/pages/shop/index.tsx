import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { ShopItem } from '@yijian/shared/points/shapes'
import { usePages } from '@/api/use-read'
import { ItemPicture } from '@/features/shop/ItemPicture'
import { shopDeskText } from '@/features/shop-desk/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { RecordList } from '@/ui/RecordList'
import { Page } from '@/ui/Page'
import { Tag } from '@/ui/Tag'

/** All items of the shop, with what is left, waiting and handed over. */
export default function DeskShopPage() {
  const t = useText(shopDeskText)
  const stock = usePages('listShopStock', { query: {} })
  const footer = (
    <BottomBar>
      <Button kind="soft" icon="scan" onTap={() => go(routes.pickUp)}>
        {t.pickUp}
      </Button>
      <Button id="new-item" icon="plus" onTap={() => go(routes.deskShopItem, {})}>
        {t.newItem}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.shop} isWide onRefresh={stock.refetch} footer={footer}>
      <RecordList
        of={stock}
        keyOf={({ item }) => item.id}
        empty={<Empty icon="gift" title={t.noItems} detail={t.noItemsDetail} />}
        heads={{ title: t.columns.name, end: t.columns.state }}
        start={({ item }) => <ItemPicture item={item} size="thumb" />}
        title={({ item }) => item.name}
        facts={[
          { head: t.columns.price, of: ({ item }) => t.price(item.pricePoints) },
          { head: t.columns.left, of: ({ item }) => count(item.stockLeft), named: true },
          { head: t.columns.waiting, of: ({ waiting }) => (waiting > 0 ? count(waiting) : undefined), named: true },
          { head: t.columns.given, of: ({ pickedUp }) => (pickedUp > 0 ? count(pickedUp) : undefined), named: true },
        ]}
        end={({ item }) => <StateTag item={item} />}
        onTap={({ item }) =>
          () =>
            go(routes.deskShopItem, { shopItemId: item.id })
          }
      />
    </Page>
  )
}

function StateTag({ item: { state, fromOn, untilOn, stockLeft } }: { item: ShopItem }) {
  const t = useText(shopDeskText)
  const today = shanghaiDay(deviceNow())
  if (state === 'withdrawn') return <Tag>{t.withdrawn}</Tag>
  if (today < fromOn) return <Tag tone="info">{t.coming}</Tag>
  if (untilOn !== null && today > untilOn) return <Tag>{t.over}</Tag>
  return stockLeft === 0 ? <Tag tone="danger">{t.soldOut}</Tag> : <Tag tone="brand">{t.onSale}</Tag>
}
