import { classes } from '../classes'
import { Text, View } from '../elements'
import { useField } from './field-context'
import type { TextInputProps } from './form.types'
import styles from './form.module.scss'

const keyboards = { text: 'text', whole: 'numeric', decimal: 'decimal', search: 'search', code: 'text' } as const

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
    <View className={classes(styles.box, 'focus-box', isHero && classes(styles.hero, 'focus-line'), field.isInvalid && styles.invalid)}>
      {sign && <Text className={styles.unit}>{sign}</Text>}
      <input
        id={field.id}
        className={classes(styles.input, isFigure && styles.figure)}
        type={kind === 'search' ? 'search' : 'text'}
        inputMode={keyboards[kind]}
        autoComplete="off"
        autoCapitalize={kind === 'code' ? 'characters' : undefined}
        spellCheck={kind === 'code' || isFigure ? false : undefined}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        autoFocus={autoFocus}
        aria-invalid={field.isInvalid || undefined}
        aria-describedby={field.describedBy}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // Enter that confirms a Chinese input method is not Enter.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone?.()
        }}
      />
      {unit && <Text className={styles.unit}>{unit}</Text>}
    </View>
  )
}
