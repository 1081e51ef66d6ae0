import { creditText } from '@/features/credit/text'
import { useText } from '@/i18n/use-text'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'

export default function CreditPage() {
  const t = useText(creditText)
  return (
    <Page title={t.title} tab="credit">
      <Skeleton count={4} />
    </Page>
  )
}
