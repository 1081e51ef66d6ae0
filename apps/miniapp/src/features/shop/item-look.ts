import type { ShopItem } from '@yijian/shared/points/shapes'
import type { Hue } from '@/ui/hue'
import type { IconName } from '@/ui/icon-names'

export const itemLook: Record<ShopItem['category'], { icon: IconName; hue: Hue }> = {
  wear: { icon: 'shirt', hue: 'leaf' },
  bag: { icon: 'bag', hue: 'sky' },
  cup: { icon: 'cup', hue: 'sun' },
  stationery: { icon: 'edit', hue: 'plum' },
  book: { icon: 'book', hue: 'honey' },
  benefit: { icon: 'heart', hue: 'plum' },
  other: { icon: 'gift', hue: 'honey' },
}
