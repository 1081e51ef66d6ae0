import type { RosterLine } from '@yijian/shared/signup/shapes'
import { usePages } from '@/api/use-read'
import { Missing } from '@/features/hosting/Missing'
import { hostedSessionText } from '@/features/hosting/session-text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { go, routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { Tag } from '@/ui/Tag'

export default function RosterPage() {
  const { sessionId } = useParams(routes.roster)
  return sessionId ? <Roster sessionId={sessionId} /> : <Missing />
}

/** Everybody who signed up: confirmed, then the queue in order, then those who gave their place back. */
function Roster({ sessionId }: { sessionId: string }) {
  const { roster: t } = useText(hostedSessionText)
  const { language } = useSettings()
  const roster = usePages('listRoster', { params: { sessionId }, query: { limit: 50 } })
  return (
    <Page title={t.title} isWide onRefresh={roster.refetch}>
      <RecordList
        of={roster}
        keyOf={({ signupId }) => signupId}
        empty={<Empty icon="people" title={t.empty} detail={t.emptyDetail} />}
        heads={{ title: t.columns.person, end: t.columns.state }}
        start={({ person }) => <Avatar name={person.name} />}
        title={({ person }) => person.name}
        facts={[
          { head: t.columns.department, of: ({ person }) => person.department },
          { head: t.columns.signedUp, of: ({ signedUpAt }) => moment(signedUpAt, deviceNow(), language) },
        ]}
        end={(line) => <Place line={line} />}
        onTap={({ person }) =>
          () =>
            go(routes.colleague, { employeeId: person.id })
          }
      />
    </Page>
  )
}

function Place({ line: { state, waitlistPosition, lateCancel } }: { line: RosterLine }) {
  const { roster: t } = useText(hostedSessionText)
  if (state === 'confirmed') return <Tag tone="brand">{t.confirmed}</Tag>
  if (state === 'waitlisted') return <Tag tone="gold">{t.waiting(waitlistPosition ?? 1)}</Tag>
  return <Tag tone={lateCancel ? 'danger' : 'neutral'}>{lateCancel ? t.late : t.cancelled}</Tag>
}
