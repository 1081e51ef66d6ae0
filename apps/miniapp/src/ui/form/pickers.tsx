import { Picker } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useText } from '@/i18n/use-text'
import { classes } from '../classes'
import { View } from '../elements'
import { Icon } from '../Icon'
import type { IconName } from '../icon-names'
import { uiText } from '../text'
import { useField } from './field-context'
import type { DateInputProps, SelectProps, TimeInputProps } from './form.types'
import styles from './form.module.scss'

function Box({ words, icon }: { words: string | undefined; icon: IconName }): ReactNode {
  const field = useField()
  const t = useText(uiText)
  return (
    <View
      className={classes(styles.box, field.isInvalid && styles.invalid)}
      aria-role="button"
      aria-label={`${field.label}, ${words ?? t.choose}`}
    >
      <View className={classes(styles.chosen, !words && styles.placeholder)}>{words ?? t.choose}</View>
      <Icon name={icon} size="s" />
    </View>
  )
}

export function DateInput({ value, onChange, min, max }: DateInputProps) {
  return (
    <Picker mode="date" value={value} start={min} end={max} onChange={(event) => onChange(event.detail.value)}>
      <Box words={value || undefined} icon="calendar" />
    </Picker>
  )
}

export function TimeInput({ value, onChange }: TimeInputProps) {
  return (
    <Picker mode="time" value={value} onChange={(event) => onChange(event.detail.value)}>
      <Box words={value || undefined} icon="clock" />
    </Picker>
  )
}

export function Select<T extends string>({ choices, value, onChange }: SelectProps<T>) {
  const chosen = choices.findIndex((choice) => choice.value === value)
  const choose = (index: number) => {
    const choice = choices[index]
    if (choice) onChange(choice.value)
  }
  return (
    <Picker
      mode="selector"
      range={choices.map((choice) => choice.words)}
      value={Math.max(0, chosen)}
      onChange={(event) => choose(Number(event.detail.value))}
    >
      <Box words={choices[chosen]?.words} icon="down" />
    </Picker>
  )
}
