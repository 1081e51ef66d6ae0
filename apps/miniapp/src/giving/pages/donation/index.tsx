import { Receipt } from '@/features/giving/Receipt'
import { givingText } from '@/features/giving/text'
import { useText } from '@/i18n/use-text'
import { replaceWith, routes, useParams } from '@/lib/routes'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'

export default function DonationPage() {
  const t = useText(givingText)
  const { donationId } = useParams(routes.donation)
  if (donationId) return <Receipt donationId={donationId} />
  return (
    <Page title={t.receipt}>
      <Empty title={t.missing} detail={t.missingDetail} action={{ words: t.mine, onTap: () => replaceWith(routes.donations) }} />
    </Page>
  )
}
