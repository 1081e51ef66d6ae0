import type { ReportedYear } from '@yijian/shared/stats/shapes'
import { useState } from 'react'
import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { CloseYear } from '@/features/stats/CloseYear'
import { ClosedYear } from '@/features/stats/ClosedYear'
import { DefinitionsSheet } from '@/features/stats/DefinitionsSheet'
import { KeyFigures } from '@/features/stats/KeyFigures'
import { MonthChart } from '@/features/stats/MonthChart'
import { ScopePicker } from '@/features/stats/ScopePicker'
import { Splits } from '@/features/stats/Splits'
import { statsText } from '@/features/stats/text'
import { YearCards } from '@/features/stats/YearCards'
import { YearChips } from '@/features/stats/YearChips'
import { YearNotices } from '@/features/stats/YearNotices'
import { recentYears } from '@/features/stats/years'
import { figureText } from '@/features/stats/figure-text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { go, routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import styles from '@/features/stats/stats.module.scss'

/** The year as HR reports it. */
export default function YearPage() {
  const t = useText(statsText)
  const asked = useParams(routes.year).year
  const [year, setYear] = useState(() => recentYears().find((each) => String(each) === asked) ?? recentYears()[0] ?? 0)
  const [branchId, setBranchId] = useState<string>()
  // Whether the reader has just closed what is shown.
  const [isNew, setNew] = useState(false)
  const [isExplained, setExplained] = useState(false)
  const report = useRead('getYearReport', { params: { year }, query: { branchId } })
  const isHr = useLogin()?.me.roles.some(({ role }) => role === 'hr') ?? false
  const choose = (year: number, branchId?: string) => {
    setYear(year)
    setBranchId(branchId)
    setNew(false)
  }
  return (
    <Page isWide title={t.title(year)} onRefresh={report.refetch}>
      <View className={styles.head}>
        <YearChips label={t.chooseYear} year={year} onChange={(year) => choose(year, branchId)} />
        <View className={styles.actions}>
          <Button size="small" kind="soft" onTap={() => setExplained(true)}>
            {t.definitions}
          </Button>
          {isHr && (
            <Button size="small" icon="download" onTap={() => go(routes.exports, { year: String(year), branchId })}>
              {t.toExports}
            </Button>
          )}
        </View>
      </View>
      <View className={styles.scope}>
        <ScopePicker label={t.scope} branchId={branchId} onChange={(branchId) => choose(year, branchId)} />
      </View>
      <Loaded of={report}>{(report) => <Report report={report} isHr={isHr} isNew={isNew} onClosed={() => setNew(true)} />}</Loaded>
      <DefinitionsSheet isOpen={isExplained} onClose={() => setExplained(false)} />
    </Page>
  )
}

interface ReportProps {
  report: ReportedYear
  isHr: boolean
  isNew: boolean
  onClosed: () => void
}

function Report({ report, isHr, isNew, onClosed }: ReportProps) {
  const t = useText(statsText)
  const { language } = useSettings()
  const staff = report.figures.find(({ key }) => key === 'staff')?.values.at(-1) ?? null
  const scope = report.branch?.name ?? t.company(figureText('people', staff))
  const { closing, corrections } = report
  const hasEnded = report.countedOn === `${report.year}-12-31` && report.year < (recentYears()[0] ?? 0)
  const hasFigures = report.startYear !== null && report.year >= report.startYear
  return (
    <>
      <View className="t-small">{t.asOf(scope, moment(report.asOf, deviceNow(), language))}</View>
      <YearNotices report={report} />
      {closing && corrections && <ClosedYear closing={closing} corrections={corrections} mayExport={isHr} isNew={isNew} />}
      <YearCards report={report} />
      <View className={styles.sides}>
        <View className={styles.column}>
          <MonthChart months={report.months} />
          <Splits report={report} />
        </View>
        <View className={styles.column}>
          <Section title={t.keyFigures}>
            <KeyFigures report={report} />
          </Section>
        </View>
      </View>
      {isHr && !closing && report.branch === null && hasEnded && hasFigures && <CloseYear year={report.year} onClosed={onClosed} />}
    </>
  )
}
