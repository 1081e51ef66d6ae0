import { badgeWords } from '@yijian/shared/honour/text'
import type { CorrectionEffect } from '@yijian/shared/hours/shapes'
import { useText } from '@/i18n/use-text'
import { count, duration, yuan, yuanShort } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Notice } from '@/ui/Notice'
import { correctionText } from './correction-text'
import styles from './desk.module.scss'

/** All that a correction changes, before it is made. */
export function CorrectionEffects({ effect }: { effect: CorrectionEffect }) {
  const t = useText(correctionText)
  const { language } = useSettings()
  const { minutesBefore, minutesAfter, creditChangeFen, owedChangeFen, pointsChange, carriedMinutesAfter } = effect
  const { badgesSuspended, badgesUnlocked } = effect
  const named = (codes: readonly string[]) => codes.map((code) => badgeWords(code).name[language]).join(t.comma)
  const rows = [
    [t.hours, `${duration(minutesBefore, language)} → ${duration(minutesAfter, language)}`],
    [t.credit, creditChangeFen === 0 ? t.unchanged : withSign(creditChangeFen, yuanShort)],
    [t.carried, duration(carriedMinutesAfter, language)],
    [t.points, pointsChange === 0 ? t.unchanged : withSign(pointsChange, count)],
  ] as const
  return (
    <>
      <Card tone="sunk">
        <View className={styles.effects}>
          {rows.map(([name, value]) => (
            <View key={name} className={styles.effect}>
              <View className="t-body">{name}</View>
              <View className={styles.figure}>{value}</View>
            </View>
          ))}
        </View>
      </Card>
      {owedChangeFen > 0 && <Notice tone="gold">{t.becomesDebt(yuan(owedChangeFen))}</Notice>}
      {owedChangeFen < 0 && <Notice>{t.paysDebt(yuan(-owedChangeFen))}</Notice>}
      {badgesSuspended.length > 0 && (
        <Notice tone="gold" icon="badge">
          {t.suspends(named(badgesSuspended))}
        </Notice>
      )}
      {badgesUnlocked.length > 0 && (
        <Notice tone="brand" icon="badge">
          {t.unlocks(named(badgesUnlocked))}
        </Notice>
      )}
    </>
  )
}

function withSign(change: number, words: (value: number) => string): string {
  return change > 0 ? `+${words(change)}` : words(change)
}
