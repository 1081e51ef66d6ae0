import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useRead } from '@/api/use-read'
import { Fact } from '@/features/shop/Fact'
import { ItemPicture } from '@/features/shop/ItemPicture'
import { Price } from '@/features/shop/ItemTile'
import { MissingItem } from '@/features/shop/MissingItem'
import { OrderBar } from '@/features/shop/OrderBar'
import { shopText } from '@/features/shop/text'
import styles from '@/features/shop/shop.module.scss'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count, dayText } from '@/lib/format'
import { routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'

export default function ShopItemPage() {
  const { shopItemId } = useParams(routes.shopItem)
  return shopItemId ? <Item shopItemId={shopItemId} /> : <MissingItem />
}

function Item({ shopItemId }: { shopItemId: string }) {
  const t = useText(shopText)
  const { language } = useSettings()
  const offered = useRead('getShopItem', { params: { shopItemId } })
  const balances = useRead('getMyBalances', {})
  const points = balances.data?.balances.points
  return (
    <Page
      title={t.item}
      onRefresh={() => Promise.all([offered.refetch(), balances.refetch()])}
      footer={offered.data && points !== undefined && <OrderBar offered={offered.data} points={points} />}
    >
      <Loaded of={offered}>
        {({ item, myOrders }) => (
          <>
            <ItemPicture item={item} size="cover" />
            <Card>
              <View className="between">
                <Heading level={2} className="t-title grow">
                  {item.name}
                </Heading>
                <Price points={item.pricePoints} />
              </View>
              <View className="row wrap">
                <Tag tone="info">{t.categories[item.category]}</Tag>
                <Tag tone={item.stockLeft > 0 ? 'brand' : 'neutral'}>{item.stockLeft > 0 ? t.left(item.stockLeft) : t.soldOut}</Tag>
                {myOrders > 0 && <Tag tone="gold">{t.had(myOrders)}</Tag>}
              </View>
            </Card>
            <Section title={t.about}>
              <Card>
                <View className={styles.about}>{item.description}</View>
              </Card>
            </Section>
            <Section title={t.terms}>
              <Card flush>
                <Fact name={t.perPerson}>{item.perPerson === null ? t.noLimit : t.limit(item.perPerson)}</Fact>
                <Fact name={t.onSale}>
                  {item.untilOn === null ? t.always : t.untilDay(dayText(startOfShanghaiDay(item.untilOn), deviceNow(), language))}
                </Fact>
                <Fact name={t.spent}>{t.cost(count(item.pricePoints))}</Fact>
                <Fact name={t.pickUp}>{t.pickUpDetail}</Fact>
              </Card>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
