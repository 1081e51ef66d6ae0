import type { HoursLine } from '@yijian/shared/hours/shapes'
import { useText } from '@/i18n/use-text'
import { clockTime } from '@/lib/format'
import { Avatar } from '@/ui/Avatar'
import { Cell } from '@/ui/Cell'
import type { Tone } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Tag } from '@/ui/Tag'
import { lacksReason, minutesOf } from './confirmations'
import type { TypedLines } from './confirmations'
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
  const facts = [
    t.presence(clockTime(inAt), outAt && clockTime(outAt)),
    t.grade(grade),
    ...reasonNeededFor.map((cause) => t.reasons[cause]),
  ]
  return (
    <Cell
      start={<Avatar name={person.name} />}
      title={`${person.name} · ${state === 'attended' ? t.proposed(minutes) : t.confirmedMinutes(minutes)}`}
      detail={[...new Set(facts)].join(' · ')}
      end={
        <View className="row">
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
