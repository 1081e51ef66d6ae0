import type { HoursLine } from '@yijian/shared/hours/shapes'
import { useText } from '@/i18n/use-text'
import type { Tone } from '@/ui/Cell'
import { Tag } from '@/ui/Tag'
import { lacksReason } from './confirmations'
import type { TypedLines } from './confirmations'
import { hostedHoursText } from './hours-text'

const tones: Record<HoursLine['state'], Tone> = { attended: 'neutral', completed: 'gold', issued: 'brand' }

/** How far the hours of one person have come, or what is missing. */
export function HoursTag({ line, typed }: { line: HoursLine; typed: TypedLines }) {
  const t = useText(hostedHoursText)
  const { state, ownHours } = line
  if (ownHours && state !== 'issued') return <Tag tone="info">{t.own}</Tag>
  if (state === 'attended' && lacksReason(line, typed)) return <Tag tone="danger">{t.reasonNeeded}</Tag>
  return <Tag tone={tones[state]}>{t.state[state]}</Tag>
}

/** What asks for a reason; that a check-out is missing the times say already. */
export function causesOf({ reasonNeededFor }: HoursLine, t: (typeof hostedHoursText)['zh']): string | undefined {
  const causes = reasonNeededFor.filter((cause) => cause !== 'no-check-out').map((cause) => t.reasons[cause])
  return causes.length === 0 ? undefined : causes.join('，')
}
