import type { MyHoursLine } from '@yijian/shared/hours/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { clockTime, dayText, keepFigures, keepTogether, shortDuration } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { StateSteps } from './StateSteps'
import { hoursText } from './text'
import styles from './hours.module.scss'

/** One session of mine from scan to ledger; opens what was posted, or the session before that. */
export function HoursLine({ line }: { line: MyHoursLine }) {
  const t = useText(hoursText)
  const { language } = useSettings()
  const { journalId, sessionId, inAt, outAt, minutes, state } = line
  const presence = outAt ? t.inAndOut(clockTime(inAt), clockTime(outAt)) : t.inOnly(clockTime(inAt))
  const open = () => (journalId ? go(routes.journal, { journalId, account: 'hours' }) : go(routes.session, { sessionId }))
  return (
    <Card onTap={open}>
      <View className={styles.head}>
        <View className={styles.words}>
          <View className={styles.title}>{keepFigures(line.sessionTitle)}</View>
          <View className={styles.facts}>
            {keepTogether([dayText(line.startsAt, deviceNow(), language), presence, keepFigures(t.gradeLabel(line.grade))].join(' · '))}
          </View>
        </View>
        {minutes !== null && <View className={styles.minutes}>{shortDuration(minutes, language)}</View>}
      </View>
      <StateSteps state={state} />
      {state !== 'issued' && <View className={styles.foot}>{t.waitingFor[state]}</View>}
    </Card>
  )
}
