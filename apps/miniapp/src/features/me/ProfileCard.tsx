import type { Balances } from '@yijian/shared/ledger/shapes'
import type { Me } from '@yijian/shared/people/shapes'
import { toGive } from '@/features/ledger/amounts'
import { useText } from '@/i18n/use-text'
import { count, hours, yuanShortParts } from '@/lib/format'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { ErrorState } from '@/ui/ErrorState'
import { StatRow } from '@/ui/StatRow'
import { Tag } from '@/ui/Tag'
import { meText } from './text'
import styles from './me.module.scss'

interface ProfileCardProps {
  me: Me
  /** What `useRead` gives. */
  balances: { data: { balances: Balances } | undefined; error: unknown; refetch: () => Promise<unknown> }
}

const UNKNOWN = '—'

/** Who I am here, with my figures. */
export function ProfileCard({ me, balances: read }: ProfileCardProps) {
  const t = useText(meText)
  const { name, department, city } = me.employee
  const balances = read.data?.balances
  const yuan = balances ? yuanShortParts(toGive(balances)) : { value: UNKNOWN }
  return (
    <Card>
      <View className={styles.profile}>
        <Avatar name={name} size="l" />
        <View className="grow">
          <Heading level={2} className="t-title">
            {name}
          </Heading>
          <View className="t-body t-muted">
            {department} · {city}
          </View>
          <View className={styles.branches}>
            {me.branches.map((branch) => (
              <Tag key={branch.id} tone="brand">
                {branch.name}
              </Tag>
            ))}
          </View>
        </View>
      </View>
      <View className={styles.figures}>
        {balances === undefined && Boolean(read.error) && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
        <StatRow
          align="center"
          stats={[
            { words: t.hours, value: balances ? hours(balances.minutes) : UNKNOWN, unit: balances && t.hourUnit, tone: 'brand' },
            { words: t.credit, ...yuan, tone: 'give' },
            { words: t.points, value: balances ? count(balances.points) : UNKNOWN, tone: 'gold' },
          ]}
        />
      </View>
    </Card>
  )
}
