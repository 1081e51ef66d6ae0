import { useText } from '@/i18n/use-text'
import { replaceWith, routes } from '@/lib/routes'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { claimText } from './text'

/** A page that was opened by a link without what it needs. */
export function ClaimMissing() {
  const t = useText(claimText)
  return (
    <Page title={t.title}>
      <Empty icon="link" title={t.missing} detail={t.missingDetail} action={{ words: t.back, onTap: () => replaceWith(routes.claims) }} />
    </Page>
  )
}
