import type { HoursLine } from '@yijian/shared/hours/shapes'
import { useText } from '@/i18n/use-text'
import { clockTime, count } from '@/lib/format'
import { Avatar } from '@/ui/Avatar'
import { BigNumber } from '@/ui/BigNumber'
import { Cell } from '@/ui/Cell'
import type { Tone } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Tag } from '@/ui/Tag'
import { lacksReason, minutesOf } from './confirmations'
import type { TypedLines } from './confirmations'
import styles from './hours.module.scss'
import { hostedHoursText } from './hours-text'

const tones: Record<HoursLine['state'], Tone> = { attended: 'neutral', completed: 'gold', issued: 'brand' }

interface HoursRowProps {
  line: HoursLine
  typed: TypedLines
  onTap: (() => void) | undefined
}

/** One person of the hours sheet: presence, minutes, and how far they have come. */
export function HoursRow({ line, typed, onTap }: HoursRowProps) {
  const t = useText(hostedHoursText)
  const { person, inAt, outAt, grade, state, ownHours, reasonNeededFor } = line
  const minutes = minutesOf(line, typed)
  const needsReason = state === 'attended' && lacksReason(line, typed)
  // The presence itself says that a check-out is missing.
  const causes = reasonNeededFor.filter((cause) => cause !== 'no-check-out').map((cause) => t.reasons[cause])
  return (
    <Cell
      start={<Avatar name={person.name} />}
      title={person.name}
      detail={[t.presence(clockTime(inAt), outAt && clockTime(outAt)), t.grade(grade), ...causes].join(' · ')}
      end={
        <View className={styles.minutes}>
          <BigNumber value={count(minutes)} unit={t.unit} size="s" tone={state === 'attended' ? 'ink' : 'brand'} />
          {ownHours && state !== 'issued' ? (
            <Tag tone="info">{t.own}</Tag>
          ) : needsReason ? (
            <Tag tone="danger">{t.reasonNeeded}</Tag>
          ) : (
            <Tag tone={tones[state]}>{t.state[state]}</Tag>
          )}
        </View>
      }
      onTap={onTap}
    />
  )
}
