import type { JournalSourceOf } from '@yijian/shared/statement/shapes'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import { StoryStep } from '../StoryStep'
import styles from '../story.module.scss'
import { sourceText } from './text'

/** A point task that was done. */
export function TaskAwardStep({ source: { taskName } }: { source: JournalSourceOf<'task-award'> }) {
  const s = useText(sourceText)
  const { language } = useSettings()
  return (
    <StoryStep icon="points" title={s.taskAward}>
      <View className={styles.words}>{taskName[language]}</View>
    </StoryStep>
  )
}
