import type { Notice } from '@yijian/shared/notify/shapes'
import { noticeWords } from '@yijian/shared/notify/text'
import { useEffect, useRef } from 'react'
import { api } from '@/api/client'
import { useAction } from '@/api/use-action'
import { usePages } from '@/api/use-read'
import { notifyText } from '@/features/notify/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import type { Tone } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import type { IconName } from '@/ui/icon-names'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'

const looks: Record<Notice['kind'], { icon: IconName; tone: Tone }> = {
  'signup-confirmed': { icon: 'check', tone: 'brand' },
  'signup-promoted': { icon: 'check', tone: 'brand' },
  'session-moved': { icon: 'calendar', tone: 'danger' },
  'session-cancelled': { icon: 'close', tone: 'danger' },
  'session-reminder': { icon: 'clock', tone: 'info' },
  'hours-issued': { icon: 'leaf', tone: 'brand' },
  'hours-corrected': { icon: 'edit', tone: 'neutral' },
  'donation-settled': { icon: 'heart', tone: 'give' },
  'donation-returned': { icon: 'refresh', tone: 'give' },
  'claim-decided': { icon: 'document', tone: 'give' },
  'claim-refunded': { icon: 'refresh', tone: 'give' },
  'order-cancelled': { icon: 'refresh', tone: 'gold' },
  'leave-decided': { icon: 'calendar', tone: 'brand' },
  'leave-returned': { icon: 'calendar', tone: 'neutral' },
  'nomination-made': { icon: 'badge', tone: 'gold' },
  'leader-announced': { icon: 'badge', tone: 'gold' },
  'project-reviewed': { icon: 'document', tone: 'info' },
}

const open: Record<Notice['opens']['page'], (id: string) => void> = {
  session: (sessionId) => go(routes.session, { sessionId }),
  project: (projectId) => go(routes.hostedProject, { projectId }),
  journal: (journalId) => go(routes.journal, { journalId, account: 'hours' }),
  donation: (donationId) => go(routes.donation, { donationId }),
  claim: (claimId) => go(routes.claim, { claimId }),
  order: (orderId) => go(routes.order, { orderId }),
  leave: () => go(routes.leave),
  nomination: (nominationId) => go(routes.nomination, { nominationId }),
  honour: () => go(routes.honour),
}

/** What people were told; having seen the list is having read it. */
export default function InboxPage() {
  const t = useText(notifyText)
  const { language } = useSettings()
  const notices = usePages('listMyNotices', { query: {} })
  useMarkRead(notices.items?.[0])
  return (
    <Page title={t.inbox} onRefresh={notices.refetch}>
      <PagedList of={notices} keyOf={({ id }) => id} empty={<Empty icon="megaphone" title={t.none} detail={t.noneDetail} />}>
        {({ kind, facts, opens, madeAt }) => {
          const { headline, sentence } = noticeWords(kind, facts, language)
          return (
            <Card flush>
              <Cell
                {...looks[kind]}
                title={headline}
                detail={`${sentence}\n${moment(madeAt, deviceNow(), language)}`}
                onTap={() => open[opens.page](opens.id)}
              />
            </Card>
          )
        }}
      </PagedList>
    </Page>
  )
}

/** Marks everything up to the newest as read, once for each newest. */
function useMarkRead(newest: Notice | undefined): void {
  const marked = useRef<string>()
  const mark = useAction((upTo: string, options) => api.readNotices({ body: { upTo } }, options), { changes: ['getInboxState'] })
  const { start } = mark
  useEffect(() => {
    if (newest === undefined || newest.readAt !== null || marked.current === newest.id) return
    marked.current = newest.id
    start(newest.id)
  }, [newest, start])
}
