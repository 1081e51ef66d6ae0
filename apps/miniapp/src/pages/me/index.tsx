import { meText } from '@/features/me/text'
import { useText } from '@/i18n/use-text'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'

export default function MePage() {
  const t = useText(meText)
  return (
    <Page title={t.title} tab="me">
      <Skeleton count={4} />
    </Page>
  )
}
