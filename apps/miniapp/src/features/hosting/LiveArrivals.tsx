import type { Arrivals } from '@yijian/shared/attendance/shapes'
import { useText } from '@/i18n/use-text'
import { clockTime, count } from '@/lib/format'
import { Avatar } from '@/ui/Avatar'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Progress } from '@/ui/Progress'
import { Tag } from '@/ui/Tag'
import styles from './code.module.scss'
import { hostedSessionText } from './session-text'

/** Who is here, as it happens. */
export function LiveArrivals({ arrivals: { arrived, confirmed, items } }: { arrivals: Arrivals }) {
  const { code: t } = useText(hostedSessionText)
  return (
    <>
      <Card>
        <View className={styles.live}>
          <View className="row">
            <View className="t-strong">{t.arrived}</View>
            <BigNumber value={count(arrived)} unit={`/ ${count(confirmed)}`} size="m" tone="brand" />
          </View>
          <Tag tone="brand">{t.live}</Tag>
        </View>
        <Progress share={confirmed === 0 ? 0 : arrived / confirmed} label={`${t.arrived} ${arrived} / ${confirmed}`} />
      </Card>
      {items.length === 0 ? (
        <Empty icon="people" title={t.nobody} detail={t.nobodyDetail} />
      ) : (
        <Card flush>
          {items.map(({ attendanceId, person, inAt, outAt }) => (
            <Cell
              key={attendanceId}
              start={<Avatar name={person.name} />}
              title={person.name}
              detail={person.department}
              end={<View className="t-small">{outAt ? t.checkedOut(clockTime(outAt)) : inAt ? t.checkedIn(clockTime(inAt)) : ''}</View>}
            />
          ))}
        </Card>
      )}
    </>
  )
}
