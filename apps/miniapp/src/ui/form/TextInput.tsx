import { Input } from '@tarojs/components'
import { classes } from '../classes'
import { Text, View } from '../elements'
import { useField } from './field-context'
import type { TextInputProps } from './form.types'
import styles from './form.module.scss'

const keyboards = { text: 'text', whole: 'number', decimal: 'digit', search: 'text', code: 'text' } as const

export function TextInput({
  value,
  onChange,
  kind = 'text',
  placeholder,
  maxLength = 140,
  sign,
  unit,
  onDone,
  autoFocus,
  isHero,
}: TextInputProps) {
  const field = useField()
  const isFigure = kind === 'whole' || kind === 'decimal'
  return (
    <View className={classes(styles.box, isHero && styles.hero, field.isInvalid && styles.invalid)}>
      {sign && <Text className={styles.unit}>{sign}</Text>}
      <Input
        id={field.id}
        aria-label={field.label}
        className={classes(styles.input, isFigure && styles.figure)}
        placeholderClass={styles.placeholder}
        type={keyboards[kind]}
        value={value}
        placeholder={placeholder}
        maxlength={maxLength}
        focus={autoFocus}
        confirmType={kind === 'search' ? 'search' : 'done'}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={onDone}
      />
      {unit && <Text className={styles.unit}>{unit}</Text>}
    </View>
  )
}
