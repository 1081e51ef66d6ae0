import type { SessionCard } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import type { Tone } from '@/ui/Cell'
import { Tag } from '@/ui/Tag'
import { openingOf, placesOf } from './places'
import type { Opening } from './places'
import { projectText } from './text'

const tones: Record<Opening, Tone> = {
  cancelled: 'danger',
  'not-open': 'neutral',
  closed: 'neutral',
  full: 'gold',
  unlimited: 'brand',
  places: 'brand',
}

/** Whether one can still come, in two words. */
export function PlacesTag({ session }: { session: SessionCard }) {
  const t = useText(projectText)
  const opening = openingOf(session, deviceNow())
  const words: Record<Opening, string> = {
    cancelled: t.cancelled,
    'not-open': t.notOpen,
    closed: t.closed,
    full: session.waiting > 0 ? t.waiting(session.waiting) : t.full,
    unlimited: t.unlimited,
    places: t.left(placesOf(session).left ?? 0),
  }
  return <Tag tone={tones[opening]}>{words[opening]}</Tag>
}
