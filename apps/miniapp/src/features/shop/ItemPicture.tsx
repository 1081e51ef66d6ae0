import type { ShopItem } from '@yijian/shared/points/shapes'
import { fileUrl } from '@/api/file-url'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Picture } from '@/ui/Picture'
import { itemLook } from './item-look'
import styles from './item-picture.module.scss'

interface ItemPictureProps {
  item: Pick<ShopItem, 'category'> & Partial<Pick<ShopItem, 'picture'>>
  /** thumb in rows, tile in the shop, cover on the page of the item. */
  size: 'thumb' | 'tile' | 'cover'
}

/** What an item looks like; without a picture its sort stands for it. */
export function ItemPicture({ item: { category, picture }, size }: ItemPictureProps) {
  const { icon, hue } = itemLook[category]
  if (picture)
    return (
      <View aria-hidden="true" className={classes(styles.stored, styles[size])}>
        <Picture src={fileUrl(picture.link)} label="" />
      </View>
    )
  return (
    <View aria-hidden="true" className={classes(styles.picture, styles[size], styles[hue])}>
      <Icon name={icon} size={size === 'thumb' ? 'l' : 'xl'} />
    </View>
  )
}
