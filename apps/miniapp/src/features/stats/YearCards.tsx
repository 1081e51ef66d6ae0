import { figureDefinitions } from '@yijian/shared/stats/columns'
import type { FigureKey } from '@yijian/shared/stats/keys'
import { MISSING, unitNames } from '@yijian/shared/stats/names'
import type { YearReport } from '@yijian/shared/stats/shapes'
import { useText } from '@/i18n/use-text'
import { yuanBig } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { figureText } from './figure-text'
import { statsText } from './text'
import styles from './stats.module.scss'

/** Five figures of the year as heroes, each with what stands behind it. */
export function YearCards({ report }: { report: YearReport }) {
  const t = useText(statsText)
  const { language } = useSettings()
  const of = (key: FigureKey) => report.figures.find((figure) => figure.key === key)
  const toDate = (key: FigureKey) => of(key)?.toDate ?? null
  const inYear = (key: FigureKey) => of(key)?.values.at(-1) ?? null
  const words = (key: FigureKey, value: number | null) => figureText(figureDefinitions[key].unit, value)
  const yuan = (fen: number | null) => (fen === null ? MISSING : yuanBig(fen, language))
  const rate = t.participation(
    words('participation', inYear('participation')),
    words('volunteersEmployed', inYear('volunteersEmployed')),
    words('staff', inYear('staff')),
  )
  const unitOf = (key: FigureKey) => unitNames[figureDefinitions[key].unit][language]
  const cards = [
    { title: t.cards.volunteers, value: words('volunteers', toDate('volunteers')), unit: unitOf('volunteers'), detail: rate },
    {
      title: t.cards.minutes,
      value: words('minutes', toDate('minutes')),
      unit: unitOf('minutes'),
      detail: t.perVolunteer(words('minutesPerVolunteer', toDate('minutesPerVolunteer'))),
    },
    {
      title: t.cards.projects,
      value: words('projects', toDate('projects')),
      unit: unitOf('projects'),
      detail: t.hosts(words('hosts', toDate('hosts'))),
    },
    {
      title: t.cards.donated,
      value: yuan(toDate('donatedFen')),
      tone: 'give' as const,
      detail: t.outstanding(yuan(toDate('outstandingFen'))),
    },
    { title: t.cards.leaders, value: words('leaders', inYear('leaders')), unit: unitOf('leaders'), detail: t.published },
  ]
  return (
    <View className={styles.cards}>
      {cards.map(({ title, detail, ...figure }, at) => (
        <Card key={title} className={at === 0 ? styles.first : undefined}>
          <View className="t-small">{title}</View>
          <BigNumber size="l" {...figure} />
          <View className="t-small">{detail}</View>
        </Card>
      ))}
    </View>
  )
}
