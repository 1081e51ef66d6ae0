import type { SessionCard } from '@yijian/shared/project/shapes'
import type { ReactNode } from 'react'
import { useText } from '@/i18n/use-text'
import { keepFigures, keepTogether } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { FieldThumb } from './FieldThumb'
import { PlacesTag } from './PlacesTag'
import { projectText } from './text'
import styles from './session-row.module.scss'

interface SessionRowProps {
  session: SessionCard
  /** `今天 16:00–19:00`, or the clock alone where the day stands above. */
  time: string
  /** Before the tag of places: a reason, a state. */
  tags?: ReactNode
  /** False where it no longer matters how many places are left. */
  showsPlaces?: boolean
}

/** A session in a list; opens its page. */
export function SessionRow({ session, time, tags, showsPlaces = true }: SessionRowProps) {
  const t = useText(projectText)
  const where = session.online ? t.online : [session.city, session.place].filter(Boolean).join(' · ')
  return (
    <Card onTap={() => go(routes.session, { sessionId: session.id })}>
      <View className={styles.row}>
        <FieldThumb field={session.field} />
        <View className="grow">
          <View className={styles.title}>{keepFigures(session.title)}</View>
          <View className={styles.facts}>
            <View className={styles.time}>{keepTogether(time)}</View>
            <View className={styles.place}>{keepTogether(where)}</View>
          </View>
          <View className={styles.tags}>
            {tags}
            {(showsPlaces || session.state === 'cancelled') && <PlacesTag session={session} />}
          </View>
        </View>
      </View>
    </Card>
  )
}
