import { classes } from './classes'
import { View } from './elements'
import { Tappable } from './Tappable'
import styles from './segmented.module.scss'

export interface Choice<T extends string> {
  value: T
  words: string
}

interface SegmentedProps<T extends string> {
  label: string
  choices: readonly Choice<T>[]
  value: T
  onChange: (value: T) => void
}

/** Two to four ways to see the same page, side by side. */
export function Segmented<T extends string>({ label, choices, value, onChange }: SegmentedProps<T>) {
  return (
    <View aria-role="tablist" aria-label={label} className={styles.track}>
      {choices.map((choice) => (
        <Tappable
          key={choice.value}
          role="tab"
          checked={choice.value === value}
          onTap={() => onChange(choice.value)}
          className={classes(styles.item, choice.value === value && styles.chosen)}
        >
          {choice.words}
        </Tappable>
      ))}
    </View>
  )
}
