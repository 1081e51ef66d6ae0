import { DonationList, useDonations } from '@/features/giving/DonationList'
import { givingText } from '@/features/giving/text'
import { useText } from '@/i18n/use-text'
import { Page } from '@/ui/Page'

export default function DonationsPage() {
  const t = useText(givingText)
  const donations = useDonations()
  return (
    <Page title={t.mine} onRefresh={() => donations.refetch()}>
      <DonationList donations={donations} />
    </Page>
  )
}
