import type { Nomination } from '@yijian/shared/award/shapes'
import { useText } from '@/i18n/use-text'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Tag } from '@/ui/Tag'
import { awardText } from './text'
import styles from './award.module.scss'

/** Who is nominated, by whom and why. */
export function NominationHead({ nomination }: { nomination: Nomination }) {
  const t = useText(awardText)
  const { nominee, nominator, kind, branch, reason, state } = nomination
  return (
    <Card>
      <View className="stack">
        <View className="row between">
          <Avatar name={nominee.name} size="l" />
          <View className="grow">
            <View className="t-title">{nominee.name}</View>
            <View className="t-small">{nominee.department}</View>
          </View>
          <Tag tone={state === 'accepted' ? 'brand' : 'neutral'}>{t.states[state]}</Tag>
        </View>
        <View className={`t-body ${styles.reason}`}>{reason}</View>
        <View className="t-small">
          {[t.kinds[kind], branch?.name, kind === 'self' ? undefined : t.by(nominator.name)].filter(Boolean).join(' · ')}
        </View>
      </View>
    </Card>
  )
}
