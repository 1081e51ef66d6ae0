import { useText } from '@/i18n/use-text'
import { replaceWith, routes } from '@/lib/routes'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { shopText } from './text'

/** A page that was opened by a link without what it needs. */
export function MissingItem() {
  const t = useText(shopText)
  return (
    <Page title={t.shop}>
      <Empty icon="link" title={t.missing} detail={t.missingDetail} action={{ words: t.toShop, onTap: () => replaceWith(routes.shop) }} />
    </Page>
  )
}
