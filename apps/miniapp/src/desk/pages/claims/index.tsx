import type { ClaimQueueLine } from '@yijian/shared/claim/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { usePages } from '@/api/use-read'
import styles from '@/features/claim/claim.module.scss'
import { ClaimStateTag } from '@/features/claim/ClaimStateTag'
import { claimText } from '@/features/claim/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, moment, yuan } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'
import { Segmented } from '@/ui/Segmented'

const tabs = ['submitted', 'returned', 'approved', 'refunded'] as const

/** Claims that wait to be verified, the oldest first, and those that were. */
export default function DeskClaimsPage() {
  const t = useText(claimText)
  const [state, setState] = useState<(typeof tabs)[number]>('submitted')
  const claims = usePages('listClaims', { query: { state } })
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
      <PagedList of={claims} keyOf={({ id }) => id} empty={empty}>
        {(line) => (
          <Card flush>
            <QueueRow line={line} />
          </Card>
        )}
      </PagedList>
    </Page>
  )
}

function QueueRow({
  line: { id: claimId, person, platform, platformName, giftOn, amountFen, submittedAt, round, state },
}: {
  line: ClaimQueueLine
}) {
  const t = useText(claimText)
  const { language } = useSettings()
  const facts = [
    platformName ?? t.platforms[platform],
    dayText(startOfShanghaiDay(giftOn), deviceNow(), language),
    moment(submittedAt, deviceNow(), language),
    ...(round > 1 ? [t.round(round)] : []),
  ]
  return (
    <Cell
      start={<Avatar name={person.name} />}
      title={`${person.name} · ${person.department}`}
      detail={facts.join(' · ')}
      end={
        <View className={styles.end}>
          <View className={styles.figure}>{yuan(amountFen)}</View>
          <ClaimStateTag state={state} />
        </View>
      }
      onTap={() => go(routes.deskClaim, { claimId })}
    />
  )
}
