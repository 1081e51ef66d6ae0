import type { ShownBadge } from '@yijian/shared/honour/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { badgeIcon } from './badge-look'
import { honourText } from './text'
import styles from './honour.module.scss'

/** The badges of a colleague: which and since when, without the progress behind them. */
export function ShownBadges({ badges }: { badges: readonly ShownBadge[] }) {
  const t = useText(honourText)
  const { language } = useSettings()
  return (
    <Card>
      <View className={styles.wall}>
        {badges.map(({ code, name, unlockedAt }) => (
          <View key={code} className={styles.tile}>
            <View className={styles.disc}>
              <Icon name={badgeIcon(code)} size="l" />
            </View>
            <View className={styles.name}>{name[language]}</View>
            <View className={styles.small}>{t.unlockedOn(dayText(unlockedAt, deviceNow(), language))}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
