import type { Badge } from '@yijian/shared/honour/shapes'
import { useText } from '@/i18n/use-text'
import { count, hours } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Progress } from '@/ui/Progress'
import { Sheet } from '@/ui/Sheet'
import { badgeIcon } from './badge-look'
import { useBadgeWords } from './BadgeTile'
import { honourText } from './text'
import styles from './honour.module.scss'

interface BadgeSheetProps {
  badge: Badge
  onClose: () => void
}

/** How a badge is earned and how far one is. */
export function BadgeSheet({ badge, onClose }: BadgeSheetProps) {
  const t = useText(honourText)
  const { language } = useSettings()
  const words = useBadgeWords(badge)
  const { have, need, unit } = badge.progress
  const far = unit === 'minutes' ? t.have.minutes(hours(have), hours(need)) : t.have[unit](count(have), count(need))
  return (
    <Sheet isOpen title={badge.name[language]} onClose={onClose}>
      <View className={styles.sheet}>
        <View className={classes(styles.big, badge.unlockedAt === null && styles.locked)}>
          <View className={styles.disc}>
            <Icon name={badgeIcon(badge.code)} size="xl" />
          </View>
        </View>
        <View className="t-body">{badge.rule[language]}</View>
        <View className={styles.bar}>
          <Progress share={have / need} label={t.progress(badge.name[language], far)} tone="gold" />
        </View>
        <View className="between">
          <View className="t-small">{words}</View>
          <View className="t-small t-num">{far}</View>
        </View>
      </View>
    </Sheet>
  )
}
