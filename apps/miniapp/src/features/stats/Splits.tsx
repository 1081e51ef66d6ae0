import type { Dimension } from '@yijian/shared/stats/keys'
import { SUPPRESSED, dimensionNames, groupName } from '@yijian/shared/stats/names'
import type { SplitRow, YearReport } from '@yijian/shared/stats/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { View } from '@/ui/elements'
import { Section } from '@/ui/Section'
import { figureText } from './figure-text'
import { Row, Table } from './Table'
import { statsText } from './text'

/** The year by one property of people; what would tell of too few is not there. */
export function Splits({ report }: { report: YearReport }) {
  const t = useText(statsText)
  const { language } = useSettings()
  const [chosen, setChosen] = useState<Dimension>('employmentType')
  const rows = report.splits.find(({ dimension }) => dimension === chosen)?.rows ?? []
  const words = ({ isSuppressed, volunteers, participation, minutes, minutesPerVolunteer, minutesPerEmployee, staff }: SplitRow) => {
    const shown = [
      figureText('people', volunteers),
      figureText('basis-points', participation),
      figureText('minutes', minutes),
      figureText('minutes', minutesPerVolunteer),
      figureText('minutes', minutesPerEmployee),
    ]
    return [figureText('people', staff), ...(isSuppressed ? shown.map(() => SUPPRESSED[language]) : shown)]
  }
  return (
    <Section title={t.splits}>
      <Card>
        <Chips
          scrolls
          label={t.splits}
          choices={report.splits.map(({ dimension }) => ({ value: dimension, words: dimensionNames[dimension][language] }))}
          value={chosen}
          onChange={setChosen}
        />
        <Table
          label={`${t.splits} · ${dimensionNames[chosen][language]}`}
          heads={[t.group, t.staff, t.volunteers, `${t.rate} %`, t.hours, t.hoursPerVolunteer, t.hoursPerEmployee]}
        >
          {rows.map((row) => (
            <Row key={row.group} label={groupName(chosen, row.group)[language]} isHidden={row.isSuppressed} figures={words(row)} />
          ))}
        </Table>
        <View className="t-small">{t.splitsNote(report.smallCell)}</View>
      </Card>
    </Section>
  )
}
