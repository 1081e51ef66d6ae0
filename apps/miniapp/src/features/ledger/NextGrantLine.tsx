import type { NextGrant } from '@yijian/shared/ledger/shapes'
import { useText } from '@/i18n/use-text'
import { duration, yuanParts } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Text, View } from '@/ui/elements'
import { Progress } from '@/ui/Progress'
import { ledgerText } from './text'
import styles from './ledger.module.scss'

interface NextGrantLineProps {
  nextGrant: NextGrant
  /** On the green card, or on a plain one. */
  tone?: 'hero' | 'brand'
}

/** What comes next, in words and as a bar: 再服务 30 分钟，公益金 +100 元. */
export function NextGrantLine({ nextGrant, tone = 'hero' }: NextGrantLineProps) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  const { unitMinutes, carriedMinutes, minutesToGo, grantFen } = nextGrant
  const { value, decimals } = yuanParts(grantFen)
  const [before, time, after] = t.toGo(duration(minutesToGo, language), t.yuanWord(decimals === '.00' ? value : `${value}${decimals}`))
  return (
    <View className={styles.next}>
      <View className={styles.nextWords}>
        <View className="grow">
          {before}
          <Text className={styles.strong}>{time}</Text>
          {after}
        </View>
        <View className={styles.share}>{t.share(carriedMinutes, unitMinutes)}</View>
      </View>
      <Progress share={carriedMinutes / unitMinutes} label={t.shareWords(carriedMinutes, unitMinutes)} tone={tone} />
    </View>
  )
}
