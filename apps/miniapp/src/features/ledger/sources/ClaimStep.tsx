import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { JournalSourceOf } from '@yijian/shared/statement/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, yuan } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import { StoryLink } from '../StoryLink'
import { StoryStep } from '../StoryStep'
import styles from '../story.module.scss'
import { sourceText } from './text'

/** An own donation that was claimed. */
export function ClaimStep({ source: { claimId, platform, giftOn, amountFen, state } }: { source: JournalSourceOf<'claim'> }) {
  const s = useText(sourceText)
  const { language } = useSettings()
  return (
    <StoryStep icon="document" title={s.claim}>
      <View className={styles.words}>{s.gave(dayText(startOfShanghaiDay(giftOn), deviceNow(), language), platform, yuan(amountFen))}</View>
      <View className={styles.words}>{s.claimStates[state]}</View>
      <StoryLink onTap={() => go(routes.claim, { claimId })}>{s.seeClaim}</StoryLink>
    </StoryStep>
  )
}
