import { classes } from './classes'
import { View } from './elements'
import type { Choice } from './Segmented'
import { Tappable } from './Tappable'
import styles from './chips.module.scss'

interface ChipsProps<T extends string> {
  label: string
  choices: readonly Choice<T>[]
  value: T | undefined
  onChange: (value: T) => void
  /** In one line that scrolls sideways, for filters; otherwise they wrap. */
  scrolls?: boolean
  /** give: for credit. */
  tone?: 'brand' | 'give'
}

/** One of many, as pills: filters, amounts, reasons. */
export function Chips<T extends string>({ label, choices, value, onChange, scrolls, tone = 'brand' }: ChipsProps<T>) {
  return (
    <View aria-role="radiogroup" aria-label={label} className={classes(styles.chips, scrolls ? styles.scrolls : styles.wraps)}>
      {choices.map((choice) => (
        <Tappable
          key={choice.value}
          role="radio"
          checked={choice.value === value}
          onTap={() => onChange(choice.value)}
          className={classes(
            styles.chip,
            choice.value === value && styles.chosen,
            choice.value === value && tone === 'give' && styles.give,
          )}
        >
          {choice.words}
        </Tappable>
      ))}
    </View>
  )
}
