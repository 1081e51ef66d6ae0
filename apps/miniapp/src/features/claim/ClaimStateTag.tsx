import type { ClaimState } from '@yijian/shared/claim/shapes'
import { useText } from '@/i18n/use-text'
import type { Tone } from '@/ui/Cell'
import { Tag } from '@/ui/Tag'
import { claimText } from './text'

const tones: Record<ClaimState, Tone> = { submitted: 'info', returned: 'gold', approved: 'brand', rejected: 'neutral', refunded: 'danger' }

/** Approved says that credit arrived; of a gift that was only carried nothing has. */
export function claimStateWords(
  { state, creditFen }: { state: ClaimState; creditFen?: number | null },
  t: (typeof claimText)['zh'],
): string {
  return state === 'approved' && creditFen === 0 ? t.verified : t.states[state]
}

export function ClaimStateTag({ state, creditFen }: { state: ClaimState; creditFen?: number | null }) {
  const t = useText(claimText)
  return <Tag tone={tones[state]}>{claimStateWords({ state, creditFen }, t)}</Tag>
}
