import type { MySignup } from '@yijian/shared/signup/shapes'
import type { CheckInState } from '@/features/attendance/check-in-state'
import { useCheckIn } from '@/features/attendance/use-check-in'
import { projectText } from '@/features/project/text'
import { useText } from '@/i18n/use-text'
import { useDeviceNow } from '@/lib/clock'
import { clockTime, keepFigures, keepTogether, moment, span } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { homeText } from './text'
import { timeLeft } from './time-left'
import styles from './home.module.scss'

const TICK_MS = 20_000

/** My next session: how long until then, and the scan when it is time. */
export function NextSession({ next }: { next: MySignup | null }) {
  const t = useText(homeText)
  return (
    <Section title={t.next} action={{ words: t.allMine, onTap: () => go(routes.mySessions) }}>
      {next ? (
        <NextCard session={next.session} />
      ) : (
        <Card flush>
          <Cell icon="calendar" title={t.nothingNext} detail={t.nothingNextDetail} onTap={() => go(routes.projects)} />
        </Card>
      )}
    </Section>
  )
}

function NextCard({ session }: { session: MySignup['session'] }) {
  const t = useText(homeText)
  const p = useText(projectText)
  const { language } = useSettings()
  const now = useDeviceNow(TICK_MS)
  const checkIn = useCheckIn(session)
  const left = timeLeft(session.startsAt, now, language)
  const scan = checkIn?.kind === 'open' ? t.checkIn : checkIn?.kind === 'arrived' && checkIn.canLeave ? t.checkOut : undefined
  return (
    <Card>
      <View className="between">
        <Tag tone="brand">{left === null ? t.running : t.startsIn(left)}</Tag>
        <View className="t-small">{checkIn && <CheckInWords state={checkIn} now={now} />}</View>
      </View>
      <View className={styles.title}>{keepFigures(session.title)}</View>
      <View className={styles.facts}>
        {keepTogether(`${span(session.startsAt, session.endsAt, now, language)} · ${session.online ? p.online : session.place}`)}
      </View>
      <View className={styles.actions}>
        {scan && (
          <Button id="home-scan" size="small" icon="scan" className={styles.action} onTap={() => go(routes.scan)}>
            {scan}
          </Button>
        )}
        <Button size="small" kind="soft" className={styles.action} onTap={() => go(routes.session, { sessionId: session.id })}>
          {t.details}
        </Button>
      </View>
    </Card>
  )
}

function CheckInWords({ state, now }: { state: CheckInState; now: Date }) {
  const t = useText(homeText)
  const { language } = useSettings()
  switch (state.kind) {
    case 'before':
      return <>{t.checkInOpens(moment(state.opensAt, now, language))}</>
    case 'arrived':
      return <>{t.checkedInAt(clockTime(state.inAt))}</>
    case 'left':
      return <>{t.checkedOutAt(clockTime(state.outAt))}</>
    case 'open':
    case 'missed':
      return null
  }
}
