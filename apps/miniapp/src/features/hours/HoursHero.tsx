import type { Balances, NextGrant } from '@yijian/shared/ledger/shapes'
import { useText } from '@/i18n/use-text'
import { hours } from '@/lib/format'
import { NextGrantLine } from '@/features/ledger/NextGrantLine'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { hoursText } from './text'
import styles from './hours.module.scss'

interface HoursHeroProps {
  balances: Balances
  nextGrant: NextGrant
}

/** All my hours, and how far the next unit of credit is. */
export function HoursHero({ balances, nextGrant }: HoursHeroProps) {
  const t = useText(hoursText)
  return (
    <Card tone="hero">
      <View className={styles.label}>{t.total}</View>
      <BigNumber size="xl" tone="inherit" value={hours(balances.minutes)} unit={t.unit} />
      <NextGrantLine nextGrant={nextGrant} />
    </Card>
  )
}
