import { useText } from '@/i18n/use-text'
import { replaceWith, routes } from '@/lib/routes'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { fundDeskText } from './text'

/** A page of the desk that was opened by a link without what it needs. */
export function Missing() {
  const t = useText(fundDeskText)
  return (
    <Page title={t.missing}>
      <Empty
        icon="link"
        title={t.missing}
        detail={t.missingDetail}
        action={{ words: t.toList, onTap: () => replaceWith(routes.deskFunds) }}
      />
    </Page>
  )
}
