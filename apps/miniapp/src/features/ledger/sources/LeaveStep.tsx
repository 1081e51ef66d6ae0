import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { JournalSourceOf } from '@yijian/shared/statement/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, shortDuration } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import { StoryLink } from '../StoryLink'
import { StoryStep } from '../StoryStep'
import styles from '../story.module.scss'
import { sourceText } from './text'

/** Charity leave that was asked for, with the session it is for. */
export function LeaveStep({ source: { leaveOn, minutes, session, state } }: { source: JournalSourceOf<'leave'> }) {
  const s = useText(sourceText)
  const { language } = useSettings()
  return (
    <StoryStep icon="calendar" title={s.leave}>
      <View className={styles.words}>
        {dayText(startOfShanghaiDay(leaveOn), deviceNow(), language)} · {shortDuration(minutes, language)} · {s.leaveStates[state]}
      </View>
      <StoryLink onTap={() => go(routes.session, { sessionId: session.id })}>{session.title}</StoryLink>
      <StoryLink onTap={() => go(routes.leave)}>{s.seeLeave}</StoryLink>
    </StoryStep>
  )
}
