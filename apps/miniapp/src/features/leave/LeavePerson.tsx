import type { Leave } from '@yijian/shared/leave/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Cell } from '@/ui/Cell'
import { leaveText } from './text'

/** Who asks, and since when. */
export function LeavePerson({ leave: { person, requestedAt } }: { leave: Leave }) {
  const t = useText(leaveText)
  const { language } = useSettings()
  const asked = t.askedAt(moment(requestedAt, deviceNow(), language))
  return <Cell start={<Avatar name={person.name} />} title={person.name} detail={`${person.department} · ${asked}`} />
}
