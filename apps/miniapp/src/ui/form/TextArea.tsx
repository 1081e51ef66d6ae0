import { Textarea } from '@tarojs/components'
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
      <Textarea
        id={field.id}
        aria-label={field.label}
        className={classes(styles.area, field.isInvalid && styles.invalid)}
        placeholderClass={styles.placeholder}
        value={value}
        placeholder={placeholder}
        maxlength={maxLength}
        autoHeight
        onInput={(event) => onChange(event.detail.value)}
      />
      <View className={styles.count}>{t.characters(value.length, maxLength)}</View>
    </View>
  )
}
