import type { OfferedItem } from '@yijian/shared/points/shapes'
import { useText } from '@/i18n/use-text'
import { count } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { classes } from '@/ui/classes'
import { Text, View } from '@/ui/elements'
import { Tappable } from '@/ui/Tappable'
import { ItemPicture } from './ItemPicture'
import { shopText } from './text'
import styles from './shop.module.scss'

/** One item among others. */
export function ItemTile({ offered: { item, myOrders } }: { offered: OfferedItem }) {
  const t = useText(shopText)
  const { id, name, pricePoints, stockLeft } = item
  const stock = stockLeft === 0 ? t.soldOut : myOrders > 0 ? t.had(myOrders) : t.left(stockLeft)
  return (
    <Tappable
      onTap={() => go(routes.shopItem, { shopItemId: id })}
      label={[name, t.cost(count(pricePoints)), stock].join(', ')}
      className={classes(styles.tile, stockLeft === 0 && styles.gone)}
    >
      <View className={classes(stockLeft === 0 && styles.faded)}>
        <ItemPicture item={item} size="tile" />
      </View>
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        <View className="between wrap">
          <Price points={pricePoints} />
          <View className={styles.small}>{stock}</View>
        </View>
      </View>
    </Tappable>
  )
}

export function Price({ points }: { points: number }) {
  const t = useText(shopText)
  return (
    <View className={styles.price}>
      <Text className={styles.number}>{count(points)}</Text>
      <Text>{t.points}</Text>
    </View>
  )
}
