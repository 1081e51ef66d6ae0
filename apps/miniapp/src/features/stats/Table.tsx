import type { ReactNode } from 'react'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import styles from './table.module.scss'

interface TableProps {
  label: string
  /** The first heads the names, the others figures. */
  heads: readonly string[]
  /** Wide columns before the figures, such as the unit. */
  children: ReactNode
  /** A column of units stands after the names. */
  hasUnit?: boolean
  /** So few columns that they stand on a phone. */
  isNarrow?: boolean
}

/** A table of figures that a screen reader meets as one; scrolls sideways within itself on a phone. */
export function Table({ label, heads, hasUnit, isNarrow, children }: TableProps) {
  const styleOf = (at: number) => (at === 0 ? styles.label : hasUnit && at === 1 ? styles.unit : styles.figure)
  return (
    <View className={classes(styles.scroll, hasUnit && styles.fromEnd)} aria-role="region" aria-label={label} tabIndex={0}>
      <View aria-role="table" aria-label={label} className={classes(styles.table, isNarrow && styles.few)}>
        <View aria-role="row" className={classes(styles.row, styles.heads)}>
          {heads.map((head, at) => (
            <View key={head} aria-role="columnheader" className={styleOf(at)}>
              {head}
            </View>
          ))}
        </View>
        {children}
      </View>
    </View>
  )
}

interface RowProps {
  label: ReactNode
  isPart?: boolean
  unit?: string
  /** Already in words, in the order of the heads. */
  figures: readonly string[]
  /** The one that counts most. */
  strongAt?: number
  isHidden?: boolean
}

export function Row({ label, isPart, unit, figures, strongAt, isHidden }: RowProps) {
  return (
    <View aria-role="row" className={styles.row}>
      <View aria-role="rowheader" className={classes(styles.label, isPart && styles.part)}>
        {label}
        {unit !== undefined && <View className={styles.unitHere}>{unit}</View>}
      </View>
      {unit !== undefined && (
        <View aria-role="cell" className={styles.unit}>
          {unit}
        </View>
      )}
      {figures.map((words, at) => (
        // Two figures of a row may read alike; their place tells them apart.
        <View
          key={`${at}-${words}`}
          aria-role="cell"
          className={classes(styles.figure, at === strongAt && styles.strong, isHidden && at > 0 && styles.hidden)}
        >
          {words}
        </View>
      ))}
    </View>
  )
}
