import type { PayoutCandidate } from '@yijian/shared/payout/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { keepTogether, moment, yuanParts, yuanShort } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { BigNumber } from '@/ui/BigNumber'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { payoutText } from './text'
import { useBuildPayouts } from './use-payout-moves'
import styles from './payout.module.scss'

/** What waits for a batch, project by project; auditors look only. */
export function Candidates({ items, mayBuild }: { items: readonly PayoutCandidate[]; mayBuild: boolean }) {
  const t = useText(payoutText)
  const { language } = useSettings()
  const [chosen, setChosen] = useState<readonly PayoutCandidate[]>()
  const build = useBuildPayouts()
  if (items.length === 0) return <Empty icon="check" title={t.nothingWaits} detail={t.nothingWaitsDetail} />
  const sum = (of: readonly PayoutCandidate[]) => of.reduce((total, { amountFen }) => total + amountFen, 0)
  return (
    <>
      <Card tone="warm">
        <BigNumber size="xl" tone="inherit" {...yuanParts(sum(items))} />
        <View className={styles.note}>{t.waitingNote}</View>
        {mayBuild && items.length > 1 && (
          <Button kind="give" busy={build.isBusy} onTap={() => setChosen(items)}>
            {t.buildAll(items.length)}
          </Button>
        )}
      </Card>
      <Card flush>
        {items.map((item) => (
          <View key={item.fundProject.id} className={styles.candidate}>
            <View className="grow">
              <View className="t-strong">{item.fundProject.name}</View>
              <View className={styles.facts}>
                {keepTogether([item.charity, t.donations(item.donations), t.since(moment(item.since, deviceNow(), language))].join(' · '))}
              </View>
              <View className={styles.amount}>{yuanShort(item.amountFen)}</View>
            </View>
            {mayBuild && (
              <Button
                kind="soft"
                size="small"
                busy={build.isBusy}
                label={`${t.build}, ${item.fundProject.name}`}
                onTap={() => setChosen([item])}
              >
                {t.build}
              </Button>
            )}
          </View>
        ))}
      </Card>
      <Dialog
        isOpen={chosen !== undefined}
        title={t.buildTitle}
        detail={t.buildDetail(yuanShort(sum(chosen ?? [])))}
        confirm={t.build}
        busy={build.isBusy}
        onConfirm={() => {
          build.start(chosen?.map(({ fundProject }) => fundProject.id))
          setChosen(undefined)
        }}
        onClose={() => setChosen(undefined)}
      />
    </>
  )
}
