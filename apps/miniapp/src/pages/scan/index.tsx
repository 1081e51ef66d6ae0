import { scanText } from '@/features/scan/text'
import { useText } from '@/i18n/use-text'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'

export default function ScanPage() {
  const t = useText(scanText)
  return (
    <Page title={t.title} tab="scan">
      <Skeleton count={4} />
    </Page>
  )
}
