import type { ReactNode } from 'react'
import { View } from '../elements'
import styles from './form.module.scss'

/** The fields of a form: one below the other on a phone, two in a row on a desktop. */
export function Fields({ children }: { children: ReactNode }) {
  return <View className={styles.fields}>{children}</View>
}
