import type { Transparency } from '@yijian/shared/fund/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, moment, yuanParts, yuanShort } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { Text, View } from '@/ui/elements'
import { fundText } from './text'
import styles from './transparency.module.scss'

const parts = ['paid', 'onItsWay', 'left'] as const

/** Where the money is: what came, and how much of it has reached the charity (透明度). */
export function TransparencyCard({ transparency, targetFen }: { transparency: Transparency; targetFen: number | null }) {
  const t = useText(fundText)
  const { language } = useSettings()
  const { receivedFen, paidFen, onItsWayFen, leftFen, givers, spentFen, lastReportOn, asOf } = transparency
  const amounts = { paid: paidFen, onItsWay: onItsWayFen, left: leftFen }
  const now = deviceNow()
  const facts = [
    givers > 0 ? t.givers(givers) : t.noGivers,
    lastReportOn === null ? t.noReportYet : t.lastReport(dayText(startOfShanghaiDay(lastReportOn), now, language)),
  ]
  return (
    <Card tone="warm">
      <View className={styles.head}>
        <Text>{t.received}</Text>
        {targetFen !== null && <Text>{t.target(yuanShort(targetFen))}</Text>}
      </View>
      <BigNumber size="xl" tone="inherit" {...yuanParts(receivedFen)} />
      {receivedFen > 0 && <Bar amounts={amounts} whole={receivedFen} />}
      <View className={styles.parts}>
        {parts.map((part) => (
          <View key={part} className={styles.part}>
            <View className={styles.name}>
              <View aria-hidden="true" className={classes(styles.dot, styles[part])} />
              {t[part]}
            </View>
            <View className={styles.amount}>{yuanShort(amounts[part])}</View>
          </View>
        ))}
      </View>
      <View className={styles.facts}>{facts.join(' · ')}</View>
      {spentFen > 0 && <View className={styles.facts}>{t.spent(yuanShort(spentFen))}</View>}
      <View className={styles.asOf}>{t.asOf(moment(asOf, now, language))}</View>
    </Card>
  )
}

/** The three parts side by side; the figures below say the same in words. */
function Bar({ amounts, whole }: { amounts: Record<(typeof parts)[number], number>; whole: number }) {
  return (
    <View aria-hidden="true" className={styles.bar}>
      {parts.map((part) => (
        <View key={part} className={styles[part]} style={{ width: `${(amounts[part] / whole) * 100}%` }} />
      ))}
    </View>
  )
}
