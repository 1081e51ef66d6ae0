import { isBefore } from '@yijian/shared/kernel/time'
import type { SessionCard } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { span } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { Section } from '@/ui/Section'
import { SessionRow } from './SessionRow'
import { projectText } from './text'

/** What is ahead, then (for its hosts) what was. */
export function ProjectSessions({ sessions }: { sessions: readonly SessionCard[] }) {
  const t = useText(projectText)
  const { language } = useSettings()
  const now = deviceNow()
  const row = (session: SessionCard, isPast: boolean) => (
    <SessionRow key={session.id} session={session} time={span(session.startsAt, session.endsAt, now, language)} showsPlaces={!isPast} />
  )
  const coming = sessions.filter(({ endsAt }) => isBefore(now, endsAt))
  const past = sessions.filter(({ endsAt }) => !isBefore(now, endsAt))
  return (
    <>
      <Section title={t.comingSessions}>
        {coming.length === 0 ? (
          <Card>
            <Empty icon="calendar" title={t.noComing} detail={t.noComingDetail} />
          </Card>
        ) : (
          coming.map((session) => row(session, false))
        )}
      </Section>
      {past.length > 0 && <Section title={t.pastSessions}>{past.map((session) => row(session, true))}</Section>}
    </>
  )
}
