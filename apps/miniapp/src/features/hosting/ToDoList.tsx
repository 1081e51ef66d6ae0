import type { ToDo } from '@yijian/shared/home/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
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
}

/** Opens the page where the thing is done. */
function open({ kind, projectId, sessionId }: ToDo): void {
  if (kind === 'project-to-review') return go(routes.review, { projectId })
  if (kind === 'own-hours-to-issue') return go(routes.ownHours)
  if (sessionId === null) return go(routes.hostedProject, { projectId })
  if (kind === 'session-running') return go(routes.code, { sessionId })
  go(routes.sessionHours, { sessionId })
}

/** What waits for the person as host or branch lead, the oldest first. */
export function ToDoList({ items }: { items: readonly ToDo[] }) {
  const t = useText(hostingText)
  const { language } = useSettings()
  return (
    <Card flush>
      {items.map((item) => (
        <Cell
          key={`${item.kind} ${item.sessionId ?? item.projectId}`}
          {...looks[item.kind]}
          title={item.title}
          detail={[t.toDo[item.kind], item.count > 1 ? t.people(item.count) : undefined, moment(item.at, deviceNow(), language)]
            .filter(Boolean)
            .join(' · ')}
          onTap={() => open(item)}
        />
      ))}
    </Card>
  )
}
