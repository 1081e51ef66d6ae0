import type { ClaimQueueLine } from '@yijian/shared/claim/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { usePages } from '@/api/use-read'
import { ClaimStateTag } from '@/features/claim/ClaimStateTag'
import { claimText } from '@/features/claim/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, moment, yuan } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { RecordList } from '@/ui/RecordList'
import { Page } from '@/ui/Page'
import { Segmented } from '@/ui/Segmented'

const tabs = ['submitted', 'returned', 'approved', 'refunded'] as const

/** Claims that wait to be verified, the oldest first, and those that were. */
export default function DeskClaimsPage() {
  const t = useText(claimText)
  const [state, setState] = useState<(typeof tabs)[number]>('submitted')
  const claims = usePages('listClaims', { query: { state } })
  const { language } = useSettings()
  const sentAt = ({ submittedAt, round }: ClaimQueueLine) =>
    [moment(submittedAt, deviceNow(), language), ...(round > 1 ? [t.round(round)] : [])].join(language === 'zh' ? '，' : ', ')
  const empty =
    state === 'submitted' ? (
      <Empty icon="check" title={t.nothing} detail={t.nothingDetail} />
    ) : (
      <Empty icon="document" title={t.nothingElse} />
    )
  return (
    <Page title={t.deskTitle} isWide onRefresh={claims.refetch}>
      <Notice icon="shield">{t.deskNote}</Notice>
      <Segmented label={t.tabsLabel} choices={tabs.map((value) => ({ value, words: t.tabs[value] }))} value={state} onChange={setState} />
      <RecordList
        of={claims}
        keyOf={({ id }) => id}
        empty={empty}
        heads={{ title: t.columns.person, end: t.columns.state }}
        start={({ person }) => <Avatar name={person.name} />}
        title={({ person }) => person.name}
        facts={[
          { head: t.columns.department, of: ({ person }) => person.department },
          { head: t.platform, of: ({ platform, platformName }) => platformName ?? t.platforms[platform] },
          { head: t.giftOn, of: ({ giftOn }) => dayText(startOfShanghaiDay(giftOn), deviceNow(), language) },
          { head: t.columns.sent, of: sentAt },
        ]}
        figure={{ head: t.amount, of: ({ amountFen }) => yuan(amountFen) }}
        end={(line) => <ClaimStateTag state={line.state} />}
        onTap={({ id }) =>
          () =>
            go(routes.deskClaim, { claimId: id })
          }
      />
    </Page>
  )
}
