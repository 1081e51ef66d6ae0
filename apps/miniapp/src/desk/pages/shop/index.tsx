import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { ShopItem } from '@yijian/shared/points/shapes'
import { usePages } from '@/api/use-read'
import { ItemPicture } from '@/features/shop/ItemPicture'
import { shopDeskText } from '@/features/shop-desk/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { keepFigures } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
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
    <Page title={t.shop} onRefresh={stock.refetch} footer={footer}>
      <PagedList of={stock} keyOf={({ item }) => item.id} empty={<Empty icon="gift" title={t.noItems} detail={t.noItemsDetail} />}>
        {({ item, waiting, pickedUp }) => (
          <Card flush>
            <Cell
              start={<ItemPicture item={item} size="thumb" />}
              title={item.name}
              detail={keepFigures(
                [t.price(item.pricePoints), t.left(item.stockLeft), waiting > 0 && t.toPickUp(waiting), pickedUp > 0 && t.given(pickedUp)]
                  .filter(Boolean)
                  .join(' · '),
              )}
              end={<StateTag item={item} />}
              onTap={() => go(routes.deskShopItem, { shopItemId: item.id })}
            />
          </Card>
        )}
      </PagedList>
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
