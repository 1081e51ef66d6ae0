import type { Language } from '@yijian/shared/kernel/language'
import type { Badge } from '@yijian/shared/honour/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count, dayText, duration, hoursText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Tappable } from '@/ui/Tappable'
import { badgeIcon, missingFor } from './badge-look'
import { honourText } from './text'
import styles from './honour.module.scss'

interface BadgeTileProps {
  badge: Badge
  onTap: () => void
}

export function BadgeTile({ badge, onTap }: BadgeTileProps) {
  const { language } = useSettings()
  const words = useBadgeWords(badge)
  return (
    <Tappable onTap={onTap} className={classes(styles.tile, badge.unlockedAt === null && styles.locked)}>
      <View className={styles.disc}>
        <Icon name={badgeIcon(badge.code)} size="l" />
      </View>
      <View className={styles.name}>{badge.name[language]}</View>
      <View className={styles.small}>{words}</View>
    </Tappable>
  )
}

/** Hours are enough until the last one begins. */
function spoken(minutes: number, language: Language): string {
  return minutes < 60 ? duration(minutes, language) : hoursText(minutes, language)
}

/** Since when it is unlocked, or what is missing. */
export function useBadgeWords(badge: Badge): string {
  const t = useText(honourText)
  const { language } = useSettings()
  const missing = missingFor(badge)
  if (badge.unlockedAt !== null) return t.unlockedOn(dayText(badge.unlockedAt, deviceNow(), language))
  const { unit } = badge.progress
  return t.toGo[unit](unit === 'minutes' ? spoken(missing ?? 0, language) : count(missing ?? 0))
}
