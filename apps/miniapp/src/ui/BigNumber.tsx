import { classes } from './classes'
import { Text, View } from './elements'
import styles from './big-number.module.scss'

interface BigNumberProps {
  /** Already formatted: `36.5`, `1,600`. */
  value: string
  /** After the figure, small: 小时, 分. */
  unit?: string
  /** Before the figure, small: ¥, +. */
  sign?: string
  /** After the figure, smaller: `.00`. */
  decimals?: string
  /** s stands in rows, m in groups, l on cards, xl is the hero of the screen. */
  size?: 's' | 'm' | 'l' | 'xl'
  tone?: 'ink' | 'brand' | 'give' | 'gold' | 'inherit'
}

/** A figure as the hero of its place, with its unit small beside it. */
export function BigNumber({ value, unit, sign, decimals, size = 'l', tone = 'ink' }: BigNumberProps) {
  return (
    <View className={classes(styles.line, styles[size], styles[tone])}>
      {sign && <Text className={styles.sign}>{sign}</Text>}
      <Text className={styles.value}>{value}</Text>
      {decimals && <Text className={styles.decimals}>{decimals}</Text>}
      {unit && <Text className={styles.unit}>{unit}</Text>}
    </View>
  )
}
