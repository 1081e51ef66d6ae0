import { figureDefinitions } from '@yijian/shared/stats/columns'
import type { FigureKey } from '@yijian/shared/stats/keys'
import { categories, categoryNames, unitNames } from '@yijian/shared/stats/names'
import type { YearReport } from '@yijian/shared/stats/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Sheet } from '@/ui/Sheet'
import { Tappable } from '@/ui/Tappable'
import { figureText } from './figure-text'
import { Row, Table } from './Table'
import { statsText } from './text'
import styles from './stats.module.scss'

/** The key-figure table: names, unit, three years and to date; a tap on a name tells its definition. */
export function KeyFigures({ report }: { report: YearReport }) {
  const t = useText(statsText)
  const { language } = useSettings()
  const [told, setTold] = useState<FigureKey>()
  return (
    <>
      {categories.map((category) => (
        <Card key={category}>
          <View className={styles.category}>{categoryNames[category][language]}</View>
          <Table
            hasUnit
            label={`${t.keyFigures} · ${categoryNames[category][language]}`}
            heads={[t.figure, t.unit, ...report.years.map(String), t.toDate]}
          >
            {report.figures
              .filter(({ key }) => figureDefinitions[key].category === category)
              .map(({ key, values, toDate }) => (
                <Row
                  key={key}
                  isPart={figureDefinitions[key].isPart === true}
                  unit={unitNames[figureDefinitions[key].unit][language]}
                  figures={[...values, toDate].map((value) => figureText(figureDefinitions[key].unit, value))}
                  strongAt={values.length - 1}
                  label={
                    <Tappable onTap={() => setTold(key)} className={styles.explain}>
                      {figureDefinitions[key].heading[language]}
                    </Tappable>
                  }
                />
              ))}
          </Table>
        </Card>
      ))}
      <Sheet
        centred
        isOpen={told !== undefined}
        title={told ? figureDefinitions[told].heading[language] : ''}
        onClose={() => setTold(undefined)}
      >
        {told && <Definition figure={told} />}
      </Sheet>
    </>
  )
}

export function Definition({ figure }: { figure: FigureKey }) {
  const t = useText(statsText)
  const { language } = useSettings()
  const { definition, numerator, denominator } = figureDefinitions[figure]
  return (
    <View className="stack">
      <View className="t-body">{definition[language]}</View>
      {numerator && denominator && (
        <View className="t-small">
          {t.ratio(figureDefinitions[numerator].heading[language], figureDefinitions[denominator].heading[language])}
        </View>
      )}
    </View>
  )
}
