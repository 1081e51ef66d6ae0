import type { Cycle } from '@yijian/shared/award/shapes'
import type { Phase } from '@yijian/shared/award/rules'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { Heading, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Tag } from '@/ui/Tag'
import { spokenDay } from './day'
import { awardText } from './text'
import styles from './award.module.scss'

/** What people follow; the two phases between are the operators' own. */
const steps = ['nominating', 'scoring', 'publicity', 'published'] as const
const reached: Record<Phase, number> = {
  announced: -1,
  nominating: 0,
  scoring: 1,
  // Between two steps: the one is over and the next has not begun.
  deciding: 1.5,
  publicity: 2,
  publishing: 2.5,
  // The last step is done as soon as it is reached.
  published: 4,
}

/** The year, what it is about, and how far it is. */
export function CycleCard({ cycle }: { cycle: Cycle }) {
  const t = useText(awardText)
  const { language } = useSettings()
  const days: Record<(typeof steps)[number], string> = {
    nominating: t.nominationDays(spokenDay(cycle.nominationOpensOn, language), spokenDay(cycle.nominationClosesOn, language)),
    scoring: t.scoringUntil(spokenDay(cycle.scoringClosesOn, language)),
    publicity: t.publicityFor(cycle.publicityDays),
    published: cycle.publishedAt === null ? '' : t.publishedOn(dayText(cycle.publishedAt, deviceNow(), language)),
  }
  return (
    <Card>
      <View className="stack">
        <View className="row between">
          <Heading level={2} className="t-title grow">
            {t.ofYear(cycle.year)}
          </Heading>
          <Tag tone="gold">{t.phases[cycle.phase]}</Tag>
        </View>
        <View className="t-body t-muted">{t.about}</View>
        <View aria-role="list" aria-label={t.schedule} className={styles.steps}>
          {steps.map((step, index) => (
            <View key={step} aria-role="listitem" className={classes(styles.step, index <= reached[cycle.phase] && styles.reached)}>
              <View className={styles.dot}>{index < reached[cycle.phase] && <Icon name="check" size="s" />}</View>
              <View className="grow">
                <View className="t-strong">{t.phases[step]}</View>
                {days[step] !== '' && <View className="t-small">{days[step]}</View>}
              </View>
            </View>
          ))}
        </View>
      </View>
    </Card>
  )
}
