import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { StatementLine } from '@yijian/shared/statement/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import type { Tone } from '@/ui/Cell'
import { Cell } from '@/ui/Cell'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import type { IconName } from '@/ui/icon-names'
import { changeText, whatHappened } from './amounts'
import { ledgerText } from './text'
import styles from './ledger.module.scss'

const looks: Record<StatementLine['account'], { icon: IconName; tone: Tone }> = {
  hours: { icon: 'clock', tone: 'brand' },
  credit: { icon: 'credit', tone: 'give' },
  points: { icon: 'points', tone: 'gold' },
  leave: { icon: 'calendar', tone: 'brand' },
}

/** One movement; opens to where it came from. */
export function StatementRow({ line }: { line: StatementLine }) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  const day = dayText(startOfShanghaiDay(line.servedOn), deviceNow(), language)
  const what = whatHappened(line, t)
  const date = line.kind.startsWith('hours-') ? t.served(day) : day
  const { icon, tone } = line.reversal ? { icon: 'history' as const, tone: 'neutral' as const } : looks[line.account]
  return (
    <Cell
      icon={icon}
      tone={tone}
      title={line.title?.[language] ?? t.kinds[line.kind]}
      detail={line.title === null && !line.reversal ? date : `${date} · ${what}`}
      end={<View className={classes(styles.change, line.amount > 0 && styles.gain)}>{changeText(line, language)}</View>}
      onTap={() => go(routes.journal, { journalId: line.journalId, account: line.account })}
    />
  )
}
