import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import type { ShareCard } from './share.types'
import { platformText } from './text'
import { toast } from './toast'

interface ShareButtonProps {
  card: ShareCard
  children: string
}

export function ShareButton({ card, children }: ShareButtonProps) {
  const t = useText(platformText)
  const share = async () => {
    const url = `${location.origin}/#${card.path}`
    // A share panel that the person closes again is not a fault.
    if (navigator.share) await navigator.share({ title: card.title, url }).catch(() => undefined)
    else {
      await navigator.clipboard.writeText(`${card.title} ${url}`)
      toast(t.linkCopied)
    }
  }
  return (
    <Button kind="soft" icon="share" onTap={() => void share()}>
      {children}
    </Button>
  )
}
