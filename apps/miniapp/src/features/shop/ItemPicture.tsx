import type { ShopItem } from '@yijian/shared/points/shapes'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { itemLook } from './item-look'
import styles from './item-picture.module.scss'

interface ItemPictureProps {
  category: ShopItem['category']
  /** thumb in rows, tile in the shop, cover on the page of the item. */
  size: 'thumb' | 'tile' | 'cover'
}

/** Stands for an item by its sort. */
export function ItemPicture({ category, size }: ItemPictureProps) {
  const { icon, hue } = itemLook[category]
  return (
    <View aria-hidden="true" className={classes(styles.picture, styles[size], styles[hue])}>
      <Icon name={icon} size={size === 'thumb' ? 'l' : 'xl'} />
    </View>
  )
}
