import { useShareAppMessage } from '@tarojs/taro'
import type { ShareCard } from './share.types'

/** The card others see when the page is shared; the page config needs `enableShareAppMessage: true`. */
export function useShareCard(card: ShareCard): void {
  useShareAppMessage(() => card)
}
