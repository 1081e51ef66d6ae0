import type { JournalStory } from '@yijian/shared/statement/shapes'
import { useText } from '@/i18n/use-text'
import { View } from '@/ui/elements'
import { StoryStep } from '../StoryStep'
import { ledgerText } from '../text'
import styles from '../story.module.scss'
import { sourceText } from './text'

/** What was done, and by whom. */
export function HandledStep({ story: { actor, line } }: { story: Pick<JournalStory, 'actor' | 'line'> }) {
  const t = useText(ledgerText)
  const s = useText(sourceText)
  return (
    <StoryStep icon="check" title={t.kinds[line.kind]}>
      <View className={styles.words}>{actor ? s.handledBy(actor.name, actor.department) : t.bySystem}</View>
    </StoryStep>
  )
}
