import type { Earnings } from '@yijian/shared/project/shapes'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { count, duration, hours, yuanParts, yuanShort } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { StatRow } from '@/ui/StatRow'
import { creditWithCarry } from './earnings'
import { signupText } from './text'
import styles from './session.module.scss'

/** What a full session brings, and what it brings this very person. */
export function SessionEarnings({ earnings }: { earnings: Earnings }) {
  const t = useText(signupText)
  const { language } = useSettings()
  const balances = useRead('getMyBalances')
  const next = balances.data?.nextGrant
  const withCarry = next ? creditWithCarry(earnings, next) : null
  const { value, decimals } = yuanParts(earnings.creditFen)
  const isShort = earnings.minutes < 60
  return (
    <Card>
      <Heading level={2} className="t-strong">
        {t.earn}
      </Heading>
      <View className={styles.words}>
        <StatRow
          stats={[
            {
              words: t.earnMinutes,
              value: isShort ? String(earnings.minutes) : hours(earnings.minutes),
              unit: isShort ? t.minute : t.hour,
              tone: 'brand',
            },
            { words: t.earnCredit, value: decimals === '.00' ? value : `${value}${decimals}`, sign: '+¥', tone: 'give' },
            { words: t.earnPoints, value: count(earnings.points), sign: '+', tone: 'gold' },
          ]}
        />
      </View>
      <View className={styles.note}>
        {next && withCarry !== null ? t.earnWithCarry(duration(next.carriedMinutes, language), yuanShort(withCarry)) : t.earnNote}
      </View>
    </Card>
  )
}
