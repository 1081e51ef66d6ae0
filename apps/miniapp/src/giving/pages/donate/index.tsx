import { DonateForm } from '@/features/giving/DonateForm'
import { routes, useParams } from '@/lib/routes'

export default function DonatePage() {
  const { fundProjectId } = useParams(routes.donate)
  return <DonateForm fundProjectId={fundProjectId} />
}
