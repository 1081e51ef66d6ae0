import { figureDefinitions } from '@yijian/shared/stats/columns'
import { unitNames } from '@yijian/shared/stats/names'
import type { FigureDifference, YearClosing, YearCorrections } from '@yijian/shared/stats/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { useEffect } from 'react'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { bringTo } from '@/platform/bring-to'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { figureText } from './figure-text'
import { Row, Table } from './Table'
import { statsText } from './text'
import styles from './stats.module.scss'

interface ClosedYearProps {
  closing: YearClosing
  corrections: YearCorrections
  mayExport: boolean
  /** The reader has just closed it, at the end of the page: they are brought here. */
  isNew: boolean
}

const PART = 'closed-year'

/** When and by whom the year was closed, and what has changed since, figure by figure. */
export function ClosedYear({ closing, corrections, mayExport, isNew }: ClosedYearProps) {
  const t = useText(statsText)
  const { language } = useSettings()
  const { journals, asOf } = corrections
  // Ratios follow from the figures they name, and in tenths they would not add up.
  const differences = corrections.differences.filter(({ key }) => figureDefinitions[key].numerator === undefined)
  const hasChanged = journals > 0 || differences.length > 0
  const when = (at: string) => moment(at, deviceNow(), language)
  useEffect(() => {
    if (isNew) bringTo(PART)
  }, [isNew])
  const title = hasChanged ? t.corrections : t.closing
  return (
    <Section title={title}>
      <Card>
        <View id={PART} tabIndex={-1} aria-role="group" aria-label={title} className="stack">
          <View className={styles.closed}>
            <Tag tone="brand">{t.closed(shanghaiDay(closing.closedAt))}</Tag>
            <View className="t-small">{t.closedBy(closing.closedBy.name, when(closing.closedAt))}</View>
          </View>
          {journals > 0 && (
            <Notice tone="gold" icon="alert">
              {differences.length > 0 ? t.corrected(journals) : `${t.corrected(journals)}${t.evenByFigures}`}
            </Notice>
          )}
          {journals === 0 && (hasChanged ? <Notice>{t.otherwiseChanged}</Notice> : <View className="t-body">{t.noCorrections}</View>)}
          {differences.length > 0 && <Differences differences={differences} />}
          {hasChanged && (
            <View className={styles.head}>
              <View className="t-small">{t.nowAsOf(when(asOf))}</View>
              {mayExport && (
                <Button size="small" kind="soft" icon="download" onTap={() => go(routes.exports, { year: String(closing.year) })}>
                  {t.toDifference}
                </Button>
              )}
            </View>
          )}
        </View>
      </Card>
    </Section>
  )
}

function Differences({ differences }: { differences: readonly FigureDifference[] }) {
  const t = useText(statsText)
  const { language } = useSettings()
  return (
    <Table isNarrow label={t.corrections} heads={[t.figure, t.frozen, t.now, t.difference]}>
      {differences.map(({ key, frozen, now }) => {
        const { heading, unit } = figureDefinitions[key]
        const change = frozen === null || now === null ? null : now - frozen
        return (
          <Row
            key={key}
            label={t.inUnit(heading[language], unitNames[unit][language])}
            figures={[
              figureText(unit, frozen),
              figureText(unit, now),
              `${change !== null && change > 0 ? '+' : ''}${figureText(unit, change)}`,
            ]}
            strongAt={2}
          />
        )
      })}
    </Table>
  )
}
