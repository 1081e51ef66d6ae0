import type { JournalStory as Story } from '@yijian/shared/hours/shapes'
import { policyText } from '@/features/policy/text'
import { policyWords } from '@/features/policy/policy-words'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { duration, moment, span } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Tappable } from '@/ui/Tappable'
import { StoryEntries } from './StoryEntries'
import { StoryStep } from './StoryStep'
import { ledgerText } from './text'
import styles from './story.module.scss'

/** A journal opened to its sources: session, scans, confirmation, rules, entries. */
export function JournalStory({ story }: { story: Story }) {
  const t = useText(ledgerText)
  return (
    <Card>
      <View className={styles.story}>
        <SessionStep story={story} />
        <StoryStep icon="scan" title={t.steps.scans}>
          <Scans scans={story.scans} />
        </StoryStep>
        <ConfirmedStep story={story} />
        <PolicyStep story={story} />
        <StoryStep icon="swap" title={t.steps.entries}>
          <StoryEntries journalId={story.line.journalId} entries={story.entries} />
        </StoryStep>
      </View>
    </Card>
  )
}

function SessionStep({ story: { session } }: { story: Story }) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  return (
    <StoryStep icon="calendar" title={t.steps.session}>
      <View className={styles.words}>{session.projectTitle}</View>
      <View className={styles.words}>{span(session.startsAt, session.endsAt, deviceNow(), language)}</View>
      <Tappable role="link" onTap={() => go(routes.session, { sessionId: session.id })} className={styles.link}>
        {session.title}
        <Icon name="forward" size="s" />
      </Tappable>
    </StoryStep>
  )
}

function Scans({ scans }: { scans: Story['scans'] }) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  if (scans.length === 0) return <View className={styles.words}>{t.noScans}</View>
  return (
    <>
      {scans.map(({ kind, means, at, accepted }) => (
        <View key={`${at} ${kind} ${accepted}`} className={classes(styles.words, !accepted && styles.refused)}>
          {[moment(at, deviceNow(), language), kind === 'in' ? t.scanIn : t.scanOut].join(' ')} · {means === 'code' ? t.byCode : t.byName}
          {!accepted && ` · ${t.notAccepted}`}
        </View>
      ))}
    </>
  )
}

function ConfirmedStep({ story: { attendance, actor, line } }: { story: Story }) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  const time = duration(attendance.minutes, language)
  return (
    <StoryStep icon="check" title={t.steps.confirmed}>
      <View className={styles.words}>
        {line.reversal ? t.minutesTaken(time) : t.minutesGiven(time)} · {t.grade(attendance.grade)}
      </View>
      {attendance.reason && <View className={styles.words}>{t.reason(attendance.reason)}</View>}
      <View className={styles.words}>{actor ? t.actor(actor.name, actor.department) : t.bySystem}</View>
    </StoryStep>
  )
}

function PolicyStep({ story: { policies } }: { story: Story }) {
  const t = useText(ledgerText)
  const p = useText(policyText)
  const { language } = useSettings()
  return (
    <StoryStep icon="document" title={t.steps.policies}>
      {policies.map((version) => (
        <View key={version.id} className={styles.words}>
          {t.rule(p.kinds[version.kind], p.version(version.label), policyWords(version, language)[0] ?? '')}
        </View>
      ))}
      <Tappable role="link" onTap={() => go(routes.policies)} className={styles.link}>
        {t.rules}
        <Icon name="forward" size="s" />
      </Tappable>
    </StoryStep>
  )
}
