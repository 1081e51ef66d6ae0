import { Button } from '@tarojs/components'
import { Icon } from '@/ui/Icon'
import { useShareCard } from './share'
import type { ShareCard } from './share.types'

interface ShareButtonProps {
  card: ShareCard
  children: string
}

/** WeChat opens its share panel only from its own button. */
export function ShareButton({ card, children }: ShareButtonProps) {
  useShareCard(card)
  return (
    <Button openType="share" className="open-button" hoverClass="pressed">
      <Icon name="share" size="s" />
      {children}
    </Button>
  )
}
