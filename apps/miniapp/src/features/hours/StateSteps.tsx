import { hoursStates } from '@yijian/shared/hours/shapes'
import type { HoursState } from '@yijian/shared/hours/shapes'
import { useText } from '@/i18n/use-text'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { hoursText } from './text'
import styles from './hours.module.scss'

/** How far the hours of a session have come: three states, three times, maybe three people. */
export function StateSteps({ state }: { state: HoursState }) {
  const t = useText(hoursText)
  const reached = hoursStates.indexOf(state)
  return (
    <View aria-role="img" aria-label={t.progress(t.states[state])} className={styles.steps}>
      {hoursStates.map((step, index) => (
        <View key={step} aria-hidden="true" className={classes(styles.step, index <= reached && styles.reached)}>
          <View className={styles.dot}>{index <= reached && <Icon name="check" className={styles.tick} />}</View>
          <View className={styles.stepName}>{t.steps[step]}</View>
        </View>
      ))}
    </View>
  )
}
