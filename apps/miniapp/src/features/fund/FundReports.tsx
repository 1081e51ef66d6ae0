import type { FundReport } from '@yijian/shared/fund/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { ComponentProps } from 'react'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { Section } from '@/ui/Section'
import { ReportCard } from './ReportCard'
import { fundText } from './text'
import styles from './fund.module.scss'

interface FundReportsProps {
  reports: ComponentProps<typeof PagedList<FundReport>>['of']
  /** The day the next one is due. */
  dueOn: string | null
}

/** What the charity reported, the newest first. */
export function FundReports({ reports, dueOn }: FundReportsProps) {
  const t = useText(fundText)
  const { language } = useSettings()
  const due = dueOn === null ? null : dayText(startOfShanghaiDay(dueOn), deviceNow(), language)
  return (
    <Section title={t.reports}>
      <View className={styles.list}>
        <PagedList
          of={reports}
          keyOf={({ id }) => id}
          empty={<Empty icon="document" title={t.noReports} detail={t.noReportsDetail(due)} />}
        >
          {(report) => <ReportCard report={report} />}
        </PagedList>
      </View>
    </Section>
  )
}
