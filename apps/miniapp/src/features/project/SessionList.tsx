import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { Heading, View } from '@/ui/elements'
import { PagedList } from '@/ui/PagedList'
import { clockSpan, dayHeading, firstOfDays } from './days'
import { NothingFound } from './NothingFound'
import { SessionRow } from './SessionRow'
import { projectText } from './text'
import type { DiscoveryProps } from './use-discovery'
import styles from './discovery.module.scss'

/** Coming sessions, soonest first, under the days they fall on. */
export function SessionList({ discovery }: DiscoveryProps) {
  const t = useText(projectText)
  const { language } = useSettings()
  const { sessions, now } = discovery
  const first = firstOfDays(sessions.items ?? [])
  return (
    <View className={styles.list}>
      <PagedList
        of={sessions}
        keyOf={({ id }) => id}
        empty={<NothingFound discovery={discovery} title={t.noSessions} detail={t.noSessionsDetail} toOther={t.seeProjects} />}
      >
        {(session) => (
          <View className="stack">
            {first.has(session.id) && (
              <Heading level={2} className={styles.day}>
                {dayHeading(session.startsAt, now, language)}
              </Heading>
            )}
            <SessionRow session={session} time={clockSpan(session.startsAt, session.endsAt)} />
          </View>
        )}
      </PagedList>
    </View>
  )
}
