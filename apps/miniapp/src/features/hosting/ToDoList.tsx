import type { ToDo } from '@yijian/shared/home/shapes'
import { shanghaiClock } from '@yijian/shared/kernel/time'
import { useLogin } from '@/api/login'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import type { Route } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import type { Tone } from '@/ui/Cell'
import type { IconName } from '@/ui/icon-names'
import { hostingText } from './text'

const looks: Record<ToDo['kind'], { icon: IconName; tone: Tone }> = {
  'project-returned': { icon: 'edit', tone: 'danger' },
  'session-running': { icon: 'qr', tone: 'brand' },
  'hours-to-complete': { icon: 'clock', tone: 'gold' },
  'hours-to-issue': { icon: 'check', tone: 'brand' },
  'project-to-review': { icon: 'document', tone: 'info' },
  'own-hours-to-issue': { icon: 'people', tone: 'give' },
  'claims-to-decide': { icon: 'document', tone: 'give' },
  'leave-to-decide': { icon: 'calendar', tone: 'info' },
  'payouts-to-approve': { icon: 'shield', tone: 'give' },
  'payouts-to-send': { icon: 'upload', tone: 'give' },
  'orders-to-hand-out': { icon: 'bag', tone: 'gold' },
  'fund-projects-to-check': { icon: 'heart', tone: 'give' },
  'fund-reports-overdue': { icon: 'alert', tone: 'danger' },
  'exports-failed': { icon: 'alert', tone: 'danger' },
  'years-to-close': { icon: 'check', tone: 'brand' },
}

/** Where a heap of one kind is worked off. */
const heaps: Partial<Record<ToDo['kind'], Route<Record<never, never>>>> = {
  'leave-to-decide': routes.deskLeave,
  'claims-to-decide': routes.deskClaims,
  'orders-to-hand-out': routes.pickUp,
  'payouts-to-approve': routes.payouts,
  'payouts-to-send': routes.payouts,
  'fund-projects-to-check': routes.deskFunds,
  'fund-reports-overdue': routes.deskFunds,
  'exports-failed': routes.exports,
}

/** A year waits since the first day after its end. */
const endedYear = (at: string) => shanghaiClock(at).year - 1

/** Opens the page where the thing is done. */
function open({ kind, projectId, sessionId, at }: ToDo, isHr: boolean): void {
  // Who may not export looks after the ledger that the file did not agree with.
  if (kind === 'exports-failed' && !isHr) return go(routes.proof)
  if (kind === 'years-to-close') return go(routes.year, { year: String(endedYear(at)) })
  if (projectId === null) return go(heaps[kind] ?? routes.deskHome)
  if (kind === 'project-to-review') return go(routes.review, { projectId })
  if (kind === 'own-hours-to-issue') return go(routes.ownHours)
  if (sessionId === null) return go(routes.hostedProject, { projectId })
  if (kind === 'session-running') return go(routes.code, { sessionId })
  go(routes.sessionHours, { sessionId })
}

/** What waits for the person, the oldest first. */
export function ToDoList({ items }: { items: readonly ToDo[] }) {
  const t = useText(hostingText)
  const { language } = useSettings()
  const isHr = useLogin()?.me.roles.some(({ role }) => role === 'hr') ?? false
  const detailOf = ({ kind, projectId, count, at }: ToDo) => {
    const when = moment(at, deviceNow(), language)
    if (kind === 'years-to-close') return [t.items(count), t.ended(endedYear(at))]
    if (projectId === null) return [t.items(count), t.since(when)]
    return [t.toDo[kind], ...(count > 1 ? [t.people(count)] : []), when]
  }
  return (
    <Card flush>
      {items.map((item) => (
        <Cell
          key={`${item.kind} ${item.sessionId ?? item.projectId ?? ''}`}
          {...looks[item.kind]}
          title={item.projectId === null ? t.toDo[item.kind] : item.title}
          detail={detailOf(item).join(' · ')}
          onTap={() => open(item, isHr)}
        />
      ))}
    </Card>
  )
}
