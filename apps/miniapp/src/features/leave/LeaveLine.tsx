import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { Leave, LeaveState } from '@yijian/shared/leave/shapes'
import type { ReactNode } from 'react'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, hoursText, keepFigures, span } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import type { Tone } from '@/ui/Cell'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Tag } from '@/ui/Tag'
import { leaveText } from './text'
import styles from './leave.module.scss'

const tones: Record<LeaveState, Tone> = {
  requested: 'gold',
  approved: 'brand',
  declined: 'danger',
  used: 'info',
  cancelled: 'neutral',
  returned: 'neutral',
}

interface LeaveLineProps {
  leave: Leave
  /** Whose it is; left out where it is mine. */
  person?: ReactNode
  /** What can be done about it. */
  actions?: ReactNode
}

/** Leave in a list: the day, how long, what for, and how far it came. */
export function LeaveLine({ leave, person, actions }: LeaveLineProps) {
  const t = useText(leaveText)
  const { language } = useSettings()
  const now = deviceNow()
  const { leaveOn, part, minutes, session, state, reason, decidedBy, returnCause } = leave
  const day = dayText(startOfShanghaiDay(leaveOn), now, language)
  return (
    <Card>
      {person}
      <View className={styles.head}>
        <View className={styles.day}>
          {day} {t.parts[part]}
        </View>
        <Tag tone={tones[state]}>{t.states[state]}</Tag>
      </View>
      <View className={styles.words}>{`${hoursText(minutes, language)} · ${keepFigures(session.title)}`}</View>
      <View className={styles.words}>{span(session.startsAt, session.endsAt, now, language)}</View>
      {reason !== null && <View className={styles.words}>{t.declinedFor(reason)}</View>}
      {returnCause !== null && <View className={styles.words}>{t.causes[returnCause]}</View>}
      {decidedBy !== null && <View className={styles.words}>{t.decidedBy(decidedBy.name)}</View>}
      {actions && <View className={styles.actions}>{actions}</View>}
    </Card>
  )
}
