import type { FundProject } from '@yijian/shared/fund/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useEffect } from 'react'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { FundThumb } from '@/features/fund/FundThumb'
import { dayText, keepFigures, yuanBig } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Progress } from '@/ui/Progress'
import { Skeleton } from '@/ui/Skeleton'
import { StatRow } from '@/ui/StatRow'
import { Tappable } from '@/ui/Tappable'
import { givingText } from './text'
import styles from './giving.module.scss'

interface FundFactsProps {
  fundProjectId: string
  /** Told when it is known, so that the form can judge it. */
  onKnown: (fund: FundProject) => void
  onRemove: () => void
}

/** Where the money of a chosen project is, before anything is given to it. */
export function FundFacts({ fundProjectId, onKnown, onRemove }: FundFactsProps) {
  const t = useText(givingText)
  const fund = useRead('getFundProject', { params: { fundProjectId } })
  const { data } = fund
  useEffect(() => {
    if (data) onKnown(data)
  }, [data, onKnown])
  return (
    <>
      <Loaded of={fund} skeleton={<Skeleton />}>
        {(known) => <Facts fund={known} onRemove={onRemove} />}
      </Loaded>
      {Boolean(fund.error) && !data && (
        <Button kind="plain" size="small" icon="close" onTap={onRemove}>
          {t.removeUnknown}
        </Button>
      )}
    </>
  )
}

function Facts({ fund, onRemove }: { fund: FundProject; onRemove: () => void }) {
  const t = useText(givingText)
  const { language } = useSettings()
  const { receivedFen, spentFen, lastReportOn, givers } = fund.transparency
  const share = receivedFen === 0 ? 0 : spentFen / receivedFen
  const report = lastReportOn === null ? t.noReport : t.lastReport(dayText(startOfShanghaiDay(lastReportOn), deviceNow(), language))
  return (
    <Card>
      <View className={styles.fundHead}>
        <Tappable role="link" onTap={() => go(routes.fund, { fundProjectId: fund.id })} className={styles.fundName}>
          <FundThumb cover={fund.cover} field={fund.field} />
          <View className="grow">
            <View className="t-strong">{keepFigures(fund.name)}</View>
            <View className="t-small">{fund.charity}</View>
          </View>
        </Tappable>
        <Tappable onTap={onRemove} label={t.remove(fund.name)} className={styles.round}>
          <Icon name="close" size="s" />
        </Tappable>
      </View>
      {fund.state !== 'listed' && (
        <Notice tone="gold" icon="alert">
          {t.notListed(fund.name)}
        </Notice>
      )}
      <View className={styles.facts}>
        <StatRow
          stats={[
            { words: t.received, value: yuanBig(receivedFen, language), tone: 'give' },
            { words: t.spent, value: yuanBig(spentFen, language) },
            { words: t.left, value: yuanBig(receivedFen - spentFen, language) },
          ]}
        />
        <Progress share={share} label={t.spentShare(fund.name, Math.round(share * 100))} tone="give" />
        <View className="t-small">{givers > 0 ? `${report} · ${t.givers(givers)}` : report}</View>
      </View>
    </Card>
  )
}
