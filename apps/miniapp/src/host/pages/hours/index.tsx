import { Missing } from '@/features/hosting/Missing'
import { HoursSheet } from '@/features/hosting/HoursSheet'
import { routes, useParams } from '@/lib/routes'

export default function SessionHoursPage() {
  const { sessionId } = useParams(routes.sessionHours)
  return sessionId ? <HoursSheet sessionId={sessionId} /> : <Missing />
}
