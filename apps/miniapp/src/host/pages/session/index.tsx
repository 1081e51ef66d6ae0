import type { Session } from '@yijian/shared/project/shapes'
import { isBefore } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { api } from '@/api/client'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { CapacityCell } from '@/features/hosting/CapacityCell'
import { Missing } from '@/features/hosting/Missing'
import { hostedSessionText } from '@/features/hosting/session-text'
import { hostingText } from '@/features/hosting/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count, keepTogether, span } from '@/lib/format'
import { go, routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Columns } from '@/ui/Columns'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { StatRow } from '@/ui/StatRow'

export default function HostedSessionPage() {
  const { sessionId } = useParams(routes.hostedSession)
  return sessionId ? <HostedSession sessionId={sessionId} /> : <Missing />
}

/** The workbench of one session: who comes, the code at the door, the hours afterwards. */
function HostedSession({ sessionId }: { sessionId: string }) {
  const session = useRead('getSession', { params: { sessionId } })
  const words = useText(hostedSessionText).sessionHub
  return (
    <Page
      title={words.title}
      isWide
      onRefresh={session.refetch}
      footer={session.data?.state === 'open' && <NextStep session={session.data} />}
    >
      <Loaded of={session}>
        {(session) => (
          <Columns
            first={<Head session={session} />}
            second={
              session.cancelReason !== null ? (
                <Notice tone="danger">{words.cancelled(session.cancelReason)}</Notice>
              ) : (
                <Work session={session} />
              )
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

/** Until it is over the code at the door, afterwards the hours. */
function NextStep({ session: { id: sessionId, endsAt } }: { session: Session }) {
  const { sessionHub: t } = useText(hostedSessionText)
  const isOver = isBefore(endsAt, deviceNow())
  return (
    <BottomBar>
      <Button
        id="session-next"
        icon={isOver ? 'clock' : 'qr'}
        onTap={() => (isOver ? go(routes.sessionHours, { sessionId }) : go(routes.code, { sessionId }))}
      >
        {isOver ? t.hours : t.showCode}
      </Button>
    </BottomBar>
  )
}

function Head({ session }: { session: Session }) {
  const { sessionHub: t } = useText(hostedSessionText)
  const { language } = useSettings()
  const { confirmed, capacity, waiting, startsAt, endsAt, place, city } = session
  return (
    <Card>
      <View className="stack">
        <View className="t-title">{session.title}</View>
        <View className="t-body t-muted t-facts">
          {keepTogether([span(startsAt, endsAt, deviceNow(), language), city, place].filter(Boolean).join(' · '))}
        </View>
        <StatRow
          stats={[
            {
              words: t.confirmed,
              value: count(confirmed),
              unit: capacity === null ? t.person : `/ ${count(capacity)} ${t.person}`.trimEnd(),
              tone: 'brand',
            },
            { words: t.waiting, value: count(waiting), unit: t.person, tone: 'gold' },
          ]}
        />
      </View>
    </Card>
  )
}

function Work({ session }: { session: Session }) {
  const { sessionHub: t } = useText(hostedSessionText)
  const { id: sessionId, projectId } = session
  const hasStarted = isBefore(session.startsAt, deviceNow())
  return (
    <>
      <Card flush>
        <Cell icon="qr" title={t.code} detail={t.codeDetail} onTap={() => go(routes.code, { sessionId })} />
        <Cell icon="list" title={t.roster} onTap={() => go(routes.roster, { sessionId })} />
        <Cell icon="clock" tone="gold" title={t.hours} detail={t.hoursDetail} onTap={() => go(routes.sessionHours, { sessionId })} />
      </Card>
      <Card flush>
        <Cell icon="leaf" title={t.view} onTap={() => go(routes.session, { sessionId })} />
        {!hasStarted && (
          <>
            <CapacityCell session={session} />
            <Cell icon="edit" title={t.edit} onTap={() => go(routes.editSession, { projectId, sessionId })} />
            <CancelCell sessionId={sessionId} />
          </>
        )}
      </Card>
    </>
  )
}

function CancelCell({ sessionId }: { sessionId: string }) {
  const t = useText(hostingText)
  const words = useText(hostedSessionText).sessionHub
  const [isOpen, setOpen] = useState(false)
  const cancel = useToldAction((reason: string, options) => api.cancelSession({ params: { sessionId }, body: { reason } }, options), {
    changes: ['getSession', 'getProject', 'listSessions', 'getHome'],
    done: t.done,
    onDone: () => setOpen(false),
  })
  return (
    <>
      <Cell icon="close" tone="danger" title={words.cancelSession} onTap={() => setOpen(true)} />
      <ReasonDialog
        isOpen={isOpen}
        title={words.cancelSession}
        detail={words.cancelDetail}
        busy={cancel.isBusy}
        onConfirm={cancel.start}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
