import type { FundProject } from '@yijian/shared/fund/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Section } from '@/ui/Section'
import { fundDeskText } from './text'

/** What a second person compares, and who did what. */
export function BackOffice({ fund }: { fund: FundProject }) {
  const t = useText(fundDeskText)
  const { language } = useSettings()
  const { backOffice, charity, charityCode, reportDueOn } = fund
  if (backOffice === null) return null
  const now = deviceNow()
  const { createdBy, createdAt, checkedBy, checkedAt, charityAccount, reportEveryDays } = backOffice
  const checked = checkedBy && checkedAt ? t.by(checkedBy.name, moment(checkedAt, now, language)) : t.notChecked
  const due = reportDueOn === null ? '' : ` · ${t.due(dayText(startOfShanghaiDay(reportDueOn), now, language))}`
  return (
    <Section title={t.backOffice}>
      <Card flush>
        <Cell icon="shield" title={charity} detail={`${t.code} ${charityCode ?? t.noAccount}`} />
        <Cell icon="credit" tone="give" title={t.account} detail={charityAccount ?? t.noAccount} />
        <Cell icon="edit" tone="neutral" title={t.created} detail={t.by(createdBy.name, moment(createdAt, now, language))} />
        <Cell icon="check" tone={checkedBy ? 'brand' : 'gold'} title={t.checked} detail={checked} />
        <Cell icon="calendar" tone="info" title={t.reportDue} detail={`${t.reportEvery(reportEveryDays)}${due}`} />
      </Card>
    </Section>
  )
}
