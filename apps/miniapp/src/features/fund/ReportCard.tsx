import type { FundReport } from '@yijian/shared/fund/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { fileUrl } from '@/api/file-url'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, yuanShort } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { viewImages } from '@/platform/view-image'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { Picture } from '@/ui/Picture'
import { Tag } from '@/ui/Tag'
import { Tappable } from '@/ui/Tappable'
import { fundText } from './text'
import styles from './fund.module.scss'

/** What the charity reported, with its pictures. */
export function ReportCard({ report }: { report: FundReport }) {
  const t = useText(fundText)
  const { language } = useSettings()
  const spoken = (day: string) => dayText(startOfShanghaiDay(day), deviceNow(), language)
  const links = report.images.map(({ link }) => fileUrl(link))
  return (
    <Card>
      <Heading level={3} className="t-strong">
        {report.title}
      </Heading>
      <View className={styles.tags}>
        <Tag>{t.reportPeriod(spoken(report.periodFrom), spoken(report.periodUntil))}</Tag>
        {report.spentFen > 0 && <Tag tone="give">{`${t.reportSpent} ${yuanShort(report.spentFen)}`}</Tag>}
      </View>
      <View className={styles.reportText}>{report.text}</View>
      {links.length > 0 && (
        <View className={styles.pictures}>
          {links.map((link, at) => (
            <Tappable
              key={report.images[at]?.id ?? link}
              onTap={() => viewImages(links, link)}
              label={t.picture(at + 1)}
              className={styles.picture}
            >
              <Picture src={link} label="" />
            </Tappable>
          ))}
        </View>
      )}
    </Card>
  )
}
