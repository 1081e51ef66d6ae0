import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { awardText } from './text'

/** A link that names nothing. */
export function Missing() {
  const t = useText(awardText)
  return (
    <Page title={t.title}>
      <Empty icon="search" title={t.missing} detail={t.missingDetail} action={{ words: t.toAward, onTap: () => go(routes.award) }} />
    </Page>
  )
}
