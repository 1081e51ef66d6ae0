import { useId } from 'react'
import type { ReactNode } from 'react'
import { useText } from '@/i18n/use-text'
import { classes } from '../classes'
import { Label, Text, View } from '../elements'
import { uiText } from '../text'
import { FieldContext } from './field-context'
import styles from './form.module.scss'

interface FieldProps {
  label: string
  /** What is wrong with the value; stands below in place of the hint. */
  error?: string
  hint?: string
  isOptional?: boolean
  /** Takes a whole row among `Fields`: for sentences and pictures. */
  isWide?: boolean
  /** One control: TextInput, TextArea, DateInput, TimeInput or Select. */
  children: ReactNode
}

/** A control with its name above and what is wrong below. */
export function Field({ label, error, hint, isOptional, isWide, children }: FieldProps) {
  const t = useText(uiText)
  const id = useId()
  const below = error ?? hint
  const belowId = `${id}-below`
  return (
    <View className={classes(styles.field, isWide && styles.wide)}>
      <Label for={id} className={styles.label}>
        {label}
        {isOptional && <Text className={styles.optional}>{t.optional}</Text>}
      </Label>
      <FieldContext.Provider value={{ id, label, describedBy: below ? belowId : undefined, isInvalid: error !== undefined }}>
        {children}
      </FieldContext.Provider>
      {below && (
        <View id={belowId} className={error ? styles.error : styles.hint} aria-role={error ? 'alert' : undefined}>
          {below}
        </View>
      )}
    </View>
  )
}
