import type { ColleagueHonour } from '@yijian/shared/honour/shapes'
import { useText } from '@/i18n/use-text'
import { count, hours, yuanShortParts } from '@/lib/format'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { StatRow } from '@/ui/StatRow'
import { Tag } from '@/ui/Tag'
import { honourText } from './text'
import styles from './honour.module.scss'

/** Who it is, with the figures that are shown; what is not shown leaves no gap. */
export function HonourHero({
  person,
  minutes,
  sessions,
  donatedFen,
  leaderYears,
}: Pick<ColleagueHonour, 'person' | 'minutes' | 'sessions' | 'donatedFen' | 'leaderYears'>) {
  const t = useText(honourText)
  const stats = [
    ...(minutes === null ? [] : [{ words: t.hours, value: hours(minutes), unit: t.hourUnit, tone: 'brand' as const }]),
    ...(sessions === null ? [] : [{ words: t.sessions, value: count(sessions), unit: t.sessionUnit }]),
    ...(donatedFen === null ? [] : [{ words: t.donated, ...yuanShortParts(donatedFen), tone: 'give' as const }]),
  ]
  return (
    <Card>
      <View className={styles.person}>
        <Avatar name={person.name} size="l" />
        <Heading level={2} className="t-title">
          {person.name}
        </Heading>
        <View className="t-small">{person.department}</View>
        {leaderYears !== null && leaderYears.length > 0 && <Tag tone="gold">{t.leaderOf(leaderYears.join(' · '))}</Tag>}
      </View>
      {stats.length > 0 && (
        <View className={styles.figures}>
          <StatRow align="center" stats={stats} />
        </View>
      )}
    </Card>
  )
}
