import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { keepTogether, span } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Notice } from '@/ui/Notice'
import { attendanceText } from './text'
import { useCheckIn } from './use-check-in'

/** For which of my sessions it is time; stands below the scanner, so that nothing moves under the thumb when it appears. */
export function OpenNow() {
  const t = useText(attendanceText)
  const { language } = useSettings()
  const home = useRead('getHome', {}, { enabled: useLogin() !== undefined })
  const next = home.data?.next?.session
  const state = useCheckIn(next)
  const isTime = state?.kind === 'open' || (state?.kind === 'arrived' && state.canLeave)
  if (!next || !isTime) return null
  return (
    <Notice tone="brand" icon="clock">
      {keepTogether(t.nowAt(`${next.title} · ${span(next.startsAt, next.endsAt, deviceNow(), language)}`))}
    </Notice>
  )
}
