import type { Donation, DonationState } from '@yijian/shared/giving/shapes'
import { usePages } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment, yuan } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell, type Tone } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { Tag } from '@/ui/Tag'
import { givingText } from './text'
import styles from './giving.module.scss'

const tones: Record<DonationState, Tone> = { held: 'give', settled: 'brand', cancelled: 'neutral', returned: 'gold' }

export function useDonations() {
  return usePages('listMyDonations')
}

/** My donations, the newest first. */
export function DonationList({ donations }: { donations: ReturnType<typeof useDonations> }) {
  const t = useText(givingText)
  const none = (
    <Empty icon="heart" title={t.noneYet} detail={t.noneYetDetail} action={{ words: t.start, onTap: () => go(routes.donate, {}) }} />
  )
  return (
    <PagedList of={donations} keyOf={({ id }) => id} empty={none}>
      {(donation) => (
        <Card flush>
          <DonationRow donation={donation} />
        </Card>
      )}
    </PagedList>
  )
}

function DonationRow({ donation: { id, state, totalFen, heldAt, parts } }: { donation: Donation }) {
  const t = useText(givingText)
  const { language } = useSettings()
  const end = (
    <View className={styles.end}>
      <View className={styles.figure}>{yuan(totalFen)}</View>
      <Tag tone={tones[state]}>{t.states[state]}</Tag>
    </View>
  )
  return (
    <Cell
      icon="heart"
      tone={tones[state]}
      title={t.toTitle(parts[0]?.fundProject.name ?? '', parts.length)}
      detail={moment(heldAt, deviceNow(), language)}
      end={end}
      onTap={() => go(routes.donation, { donationId: id })}
    />
  )
}
