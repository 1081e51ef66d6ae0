import { useText } from '@/i18n/use-text'
import { classes } from '../classes'
import { View } from '../elements'
import { uiText } from '../text'
import { useField } from './field-context'
import type { TextAreaProps } from './form.types'
import styles from './form.module.scss'

export function TextArea({ value, onChange, placeholder, maxLength }: TextAreaProps) {
  const field = useField()
  const t = useText(uiText)
  return (
    <View>
      <textarea
        id={field.id}
        className={classes(styles.area, 'focus-box', field.isInvalid && styles.invalid)}
        rows={4}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        aria-invalid={field.isInvalid || undefined}
        aria-describedby={field.describedBy}
        onChange={(event) => onChange(event.target.value)}
      />
      <View className={styles.count}>{t.characters(value.length, maxLength)}</View>
    </View>
  )
}
