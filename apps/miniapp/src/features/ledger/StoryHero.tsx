import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { JournalStory } from '@yijian/shared/statement/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, keepTogether, moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { changeFigure, whatHappened } from './amounts'
import { ledgerText } from './text'
import styles from './story.module.scss'

const tones = { hours: 'brand', credit: 'give', points: 'gold', leave: 'brand' } as const

/** The movement itself, and whether it still stands. */
export function StoryHero({ story }: { story: JournalStory }) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  const { line, servedOn, reverses, reversedBy } = story
  const now = deviceNow()
  const day = dayText(startOfShanghaiDay(servedOn), now, language)
  const other = reverses ?? reversedBy
  return (
    <>
      <Card>
        <View className={styles.hero}>
          <View className="t-small">
            {t.accounts[line.account]} · {whatHappened(line, t)}
          </View>
          <BigNumber size="xl" tone={line.amount < 0 ? 'ink' : tones[line.account]} {...changeFigure(line, language, t.units)} />
          {line.title && <Title words={line.title[language]} />}
          <View className="t-small">
            {line.kind.startsWith('hours-') ? t.served(day) : day} · {t.posted(moment(line.recordedAt, now, language))}
          </View>
        </View>
      </Card>
      {other && (
        <Card flush>
          <Cell
            icon="history"
            tone="gold"
            title={reverses ? t.seeReversed : t.seeReversal}
            detail={reverses ? t.isReversal : t.wasReversed}
            onTap={() => go(routes.journal, { journalId: other, account: line.account })}
          />
        </Card>
      )}
    </>
  )
}

/** Breaks at its spaces, or anywhere where it has none. */
function Title({ words }: { words: string }) {
  return <View className={classes('t-strong', words.includes(' ') && 't-facts')}>{keepTogether(words)}</View>
}
