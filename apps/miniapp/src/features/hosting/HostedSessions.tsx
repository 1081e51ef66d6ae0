import type { SessionCard } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { span } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { Tag } from '@/ui/Tag'
import { projectText } from '@/features/project/text'
import { hostingText } from './text'

/** The sessions of a project for its hosts; each opens its own workbench. */
export function HostedSessions({ sessions }: { sessions: readonly SessionCard[] }) {
  const t = useText(hostingText)
  const words = useText(projectText)
  const { language } = useSettings()
  const taken = (confirmed: number, capacity: number | null) => (capacity === null ? t.people(confirmed) : t.places(confirmed, capacity))
  if (sessions.length === 0) return <Empty icon="calendar" title={t.noSessions} detail={t.noSessionsDetail} />
  return (
    <Card flush>
      {sessions.map(({ id, title, startsAt, endsAt, state, confirmed, capacity, waiting }) => (
        <Cell
          key={id}
          icon="calendar"
          tone={state === 'cancelled' ? 'neutral' : 'brand'}
          title={title}
          detail={span(startsAt, endsAt, deviceNow(), language)}
          end={
            state === 'cancelled' ? (
              <Tag>{words.cancelled}</Tag>
            ) : (
              <Tag tone={waiting > 0 ? 'gold' : 'brand'}>
                {waiting > 0 ? t.withQueue(taken(confirmed, capacity), waiting) : taken(confirmed, capacity)}
              </Tag>
            )
          }
          onTap={() => go(routes.hostedSession, { sessionId: id })}
        />
      ))}
    </Card>
  )
}
