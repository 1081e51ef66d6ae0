import type { YearReport } from '@yijian/shared/stats/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Section } from '@/ui/Section'
import { Segmented } from '@/ui/Segmented'
import { figureText } from './figure-text'
import { Row, Table } from './Table'
import { statsText } from './text'
import styles from './stats.module.scss'

/** Hours of each month as bars, the best one in the colour of giving; or the same as a table. */
export function MonthChart({ months }: { months: YearReport['months'] }) {
  const t = useText(statsText)
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const most = Math.max(0, ...months.map(({ minutes }) => minutes ?? 0))
  const choices = [
    { value: 'chart' as const, words: t.chart },
    { value: 'table' as const, words: t.table },
  ]
  return (
    <Section title={t.months}>
      <Card>
        <Segmented label={t.view} choices={choices} value={view} onChange={setView} />
        {view === 'table' ? (
          <Table label={t.months} heads={[t.months, t.monthUnit]}>
            {months.map(({ month, minutes }) => (
              <Row key={month} label={t.month(month)} figures={[figureText('minutes', minutes)]} />
            ))}
          </Table>
        ) : most === 0 ? (
          <Empty icon="chart" title={t.noMonths} detail={t.noMonthsDetail} />
        ) : (
          <Bars months={months} most={most} />
        )}
      </Card>
    </Section>
  )
}

function Bars({ months, most }: { months: YearReport['months']; most: number }) {
  const t = useText(statsText)
  const spoken = months.map(({ month, minutes }) => `${t.month(month)} ${figureText('minutes', minutes)}`).join('，')
  return (
    <View aria-role="img" aria-label={t.monthsSpoken(spoken)} className={styles.bars}>
      {months.map(({ month, minutes }) => (
        <View key={month} className={styles.month} aria-hidden="true">
          <View className={styles.room}>
            {minutes !== null && minutes > 0 && <View className={styles.value}>{figureText('minutes', minutes)}</View>}
            <View
              className={classes(styles.bar, minutes === most && styles.top, !minutes && styles.ahead)}
              // The words above the bar need their own room.
              style={{ height: `${Math.round(((minutes ?? 0) / most) * 88)}%` }}
            />
          </View>
          <View className={styles.name}>{t.month(month)}</View>
        </View>
      ))}
    </View>
  )
}
