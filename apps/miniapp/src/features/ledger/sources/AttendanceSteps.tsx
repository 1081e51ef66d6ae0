import type { JournalSourceOf, JournalStory } from '@yijian/shared/statement/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { duration, keepTogether, moment, span } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { StoryLink } from '../StoryLink'
import { StoryStep } from '../StoryStep'
import { ledgerText } from '../text'
import styles from '../story.module.scss'

type Source = JournalSourceOf<'attendance'>

/** Hours: session, scans, confirmation. */
export function AttendanceSteps({ source, story }: { source: Source; story: Pick<JournalStory, 'actor' | 'line'> }) {
  const t = useText(ledgerText)
  return (
    <>
      <SessionStep session={source.session} />
      <StoryStep icon="scan" title={t.steps.scans}>
        <Scans scans={source.scans} />
      </StoryStep>
      <ConfirmedStep attendance={source.attendance} {...story} />
    </>
  )
}

function SessionStep({ session }: Pick<Source, 'session'>) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  return (
    <StoryStep icon="calendar" title={t.steps.session}>
      <View className={styles.words}>{session.projectTitle}</View>
      <View className={styles.words}>{span(session.startsAt, session.endsAt, deviceNow(), language)}</View>
      <StoryLink onTap={() => go(routes.session, { sessionId: session.id })}>{session.title}</StoryLink>
    </StoryStep>
  )
}

function Scans({ scans }: Pick<Source, 'scans'>) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  if (scans.length === 0) return <View className={styles.words}>{t.noScans}</View>
  return (
    <>
      {scans.map(({ kind, means, at, accepted }) => (
        <View key={`${at} ${kind} ${accepted}`} className={classes(styles.words, !accepted && styles.refused)}>
          {keepTogether(
            [
              `${moment(at, deviceNow(), language)} ${kind === 'in' ? t.scanIn : t.scanOut}`,
              means === 'code' ? t.byCode : t.byName,
              ...(accepted ? [] : [t.notAccepted]),
            ].join(' · '),
          )}
        </View>
      ))}
    </>
  )
}

function ConfirmedStep({ attendance, actor, line }: Pick<Source, 'attendance'> & Pick<JournalStory, 'actor' | 'line'>) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  const time = duration(attendance.minutes, language)
  return (
    <StoryStep icon="check" title={t.steps.confirmed}>
      <View className={styles.words}>
        {keepTogether(`${line.reversal ? t.minutesTaken(time) : t.minutesGiven(time)} · ${t.grade(attendance.grade)}`)}
      </View>
      {attendance.reason && <View className={styles.words}>{t.reason(attendance.reason)}</View>}
      <View className={styles.words}>{actor ? t.actor(actor.name, actor.department) : t.bySystem}</View>
    </StoryStep>
  )
}
