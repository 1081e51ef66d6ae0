import type { Badge } from '@yijian/shared/honour/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { BadgeSheet } from './BadgeSheet'
import { BadgeTile } from './BadgeTile'
import { honourText } from './text'
import styles from './honour.module.scss'

/** All badges, unlocked ones first; a tap tells how one is earned. */
export function BadgeWall({ badges }: { badges: readonly Badge[] }) {
  const t = useText(honourText)
  const [opened, setOpened] = useState<Badge>()
  if (badges.length === 0) return <Empty icon="badge" title={t.noBadges} detail={t.noBadgesDetail} />
  return (
    <Card>
      <View className={styles.wall}>
        {badges.map((badge) => (
          <BadgeTile key={badge.code} badge={badge} onTap={() => setOpened(badge)} />
        ))}
      </View>
      {opened && <BadgeSheet badge={opened} onClose={() => setOpened(undefined)} />}
    </Card>
  )
}
