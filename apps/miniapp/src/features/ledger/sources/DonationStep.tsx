import type { JournalSourceOf } from '@yijian/shared/statement/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { keepTogether, moment, yuan } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import { StoryLink } from '../StoryLink'
import { StoryStep } from '../StoryStep'
import styles from '../story.module.scss'
import { sourceText } from './text'

/** Credit given on, part by part. */
export function DonationStep({ source: { donationId, parts, coolsAt, settledAt } }: { source: JournalSourceOf<'donation'> }) {
  const s = useText(sourceText)
  const { language } = useSettings()
  const now = deviceNow()
  return (
    <StoryStep icon="heart" title={s.donation}>
      {parts.map(({ fundProjectId, fundProjectName, amountFen, state }) => (
        <View key={fundProjectId} className={styles.movement}>
          <View className={styles.path}>{keepTogether(`${fundProjectName} · ${s.partStates[state]}`)}</View>
          <View className={styles.amount}>{yuan(amountFen)}</View>
        </View>
      ))}
      <View className={styles.words}>
        {settledAt === null ? s.coolsAt(moment(coolsAt, now, language)) : s.settledAt(moment(settledAt, now, language))}
      </View>
      <StoryLink onTap={() => go(routes.donation, { donationId })}>{s.seeDonation}</StoryLink>
    </StoryStep>
  )
}
