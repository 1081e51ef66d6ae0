import type { ReactNode } from 'react'
import { classes } from './classes'
import { View } from './elements'
import { Tappable } from './Tappable'
import styles from './card.module.scss'

interface CardProps {
  children: ReactNode
  /** hero: the figure of the screen on green; warm: for giving; sunk: a quiet box inside another card. */
  tone?: 'plain' | 'hero' | 'warm' | 'sunk'
  /** Without padding, for rows that bring their own. */
  flush?: boolean
  onTap?: () => void
  label?: string
  className?: string
}

export function Card({ children, tone = 'plain', flush, onTap, label, className }: CardProps) {
  const name = classes(styles.card, styles[tone], flush && styles.flush, className)
  if (!onTap) return <View className={name}>{children}</View>
  return (
    <Tappable onTap={onTap} label={label} className={name}>
      {children}
    </Tappable>
  )
}
