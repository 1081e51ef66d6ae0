import type { Balances, NextGrant } from '@yijian/shared/ledger/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { hours, moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { NextGrantLine } from '@/features/ledger/NextGrantLine'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { homeText } from './text'
import styles from './home.module.scss'

interface HomeHeroProps {
  balances: Balances
  nextGrant: NextGrant
}

/** The figure of the screen: my hours, and what the next half hour brings. */
export function HomeHero({ balances, nextGrant }: HomeHeroProps) {
  const t = useText(homeText)
  const { language } = useSettings()
  return (
    <Card tone="hero" onTap={() => go(routes.hours)}>
      <View className={styles.heroHead}>
        <View>{t.hours}</View>
        <View className="row">
          {t.asOf(moment(balances.asOf, deviceNow(), language))}
          <Icon name="forward" className={styles.small} />
        </View>
      </View>
      <BigNumber size="xl" tone="inherit" value={hours(balances.minutes)} unit={t.hourUnit} />
      <NextGrantLine nextGrant={nextGrant} />
    </Card>
  )
}
