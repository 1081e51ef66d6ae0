import { useText } from '@/i18n/use-text'
import { classes } from '../classes'
import { View } from '../elements'
import { Icon } from '../Icon'
import { uiText } from '../text'
import { useField } from './field-context'
import type { DateInputProps, SelectProps, TimeInputProps } from './form.types'
import styles from './form.module.scss'

function useControl() {
  const field = useField()
  return {
    box: classes(styles.box, 'focus-box', field.isInvalid && styles.invalid),
    control: { id: field.id, className: styles.input, 'aria-invalid': field.isInvalid || undefined, 'aria-describedby': field.describedBy },
  }
}

export function DateInput({ value, onChange, min, max }: DateInputProps) {
  const { box, control } = useControl()
  return (
    <View className={box}>
      <input {...control} type="date" value={value} min={min} max={max} onChange={(event) => onChange(event.target.value)} />
    </View>
  )
}

export function TimeInput({ value, onChange }: TimeInputProps) {
  const { box, control } = useControl()
  return (
    <View className={box}>
      <input {...control} type="time" value={value} onChange={(event) => onChange(event.target.value)} />
    </View>
  )
}

export function Select<T extends string>({ choices, value, onChange }: SelectProps<T>) {
  const { box, control } = useControl()
  const t = useText(uiText)
  return (
    <View className={box}>
      <select
        {...control}
        value={value ?? ''}
        onChange={(event) => {
          const choice = choices.find((one) => one.value === event.target.value)
          if (choice) onChange(choice.value)
        }}
      >
        {value === undefined && (
          <option value="" disabled>
            {t.choose}
          </option>
        )}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
      <Icon name="down" size="s" />
    </View>
  )
}
