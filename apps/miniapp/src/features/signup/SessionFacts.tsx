import type { Session } from '@yijian/shared/project/shapes'
import { isBefore } from '@yijian/shared/kernel/time'
import { useText } from '@/i18n/use-text'
import { count, keepFigures, keepTogether, moment, span } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { placesOf } from '@/features/project/places'
import { projectText } from '@/features/project/text'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { Heading, Text, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import type { IconName } from '@/ui/icon-names'
import { Progress } from '@/ui/Progress'
import { signupText } from './text'
import styles from './session.module.scss'

interface SessionFactsProps {
  session: Session
  now: Date
}

/** When, where, until when, and how many places. */
export function SessionFacts({ session, now }: SessionFactsProps) {
  const t = useText(signupText)
  const p = useText(projectText)
  const { language } = useSettings()
  const place = session.online ? `${p.online} · ${session.place}` : [session.city, session.place].filter(Boolean).join(' · ')
  const opensLater = isBefore(now, session.signupOpensAt)
  return (
    <Card className={styles.first}>
      <Heading level={2} className={classes('t-title', session.title.includes(' ') && 't-facts')}>
        {keepFigures(session.title)}
      </Heading>
      <View className={styles.facts}>
        <Fact icon="clock" words={span(session.startsAt, session.endsAt, now, language)} />
        <Fact icon={session.online ? 'online' : 'place'} words={place} />
        <Fact
          icon="calendar"
          words={
            opensLater ? t.opens(moment(session.signupOpensAt, now, language)) : t.until(moment(session.signupClosesAt, now, language))
          }
        />
      </View>
      <Places session={session} />
    </Card>
  )
}

function Fact({ icon, words }: { icon: IconName; words: string }) {
  return (
    <View className={styles.fact}>
      <Icon name={icon} size="s" className={styles.factIcon} />
      <View className="grow">{keepTogether(words)}</View>
    </View>
  )
}

function Places({ session }: { session: Session }) {
  const t = useText(signupText)
  const { capacity, confirmed, waiting } = session
  const { share } = placesOf(session)
  if (capacity === null || share === null) {
    return (
      <View className={styles.places}>
        <Text>{t.people(confirmed)}</Text>
        <Text className="t-small">{t.unlimited}</Text>
      </View>
    )
  }
  return (
    <>
      <View className={styles.places}>
        <View className="row">
          <Text>{t.confirmed}</Text>
          <Text className={styles.taken}>{count(confirmed)}</Text>
          <Text className="t-muted">/ {count(capacity)}</Text>
        </View>
        <Text className="t-small">{t.waiting(waiting)}</Text>
      </View>
      <Progress share={share} label={t.places(confirmed, capacity)} />
    </>
  )
}
