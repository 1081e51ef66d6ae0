import type { JournalSourceOf } from '@yijian/shared/statement/shapes'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import { StoryLink } from '../StoryLink'
import { StoryStep } from '../StoryStep'
import styles from '../story.module.scss'
import { sourceText } from './text'

/** Something taken from the shop. */
export function OrderStep({ source: { orderId, itemName, state } }: { source: JournalSourceOf<'order'> }) {
  const s = useText(sourceText)
  const { language } = useSettings()
  return (
    <StoryStep icon="points" title={s.order}>
      <View className={styles.words}>
        {itemName[language]} · {s.orderStates[state]}
      </View>
      <StoryLink onTap={() => go(routes.order, { orderId })}>{s.seeOrder}</StoryLink>
    </StoryStep>
  )
}
