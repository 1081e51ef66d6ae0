import type { ClaimState } from '@yijian/shared/claim/shapes'
import { useText } from '@/i18n/use-text'
import type { Tone } from '@/ui/Cell'
import { Tag } from '@/ui/Tag'
import { claimText } from './text'

const tones: Record<ClaimState, Tone> = { submitted: 'info', returned: 'gold', approved: 'brand', rejected: 'neutral', refunded: 'danger' }

export function ClaimStateTag({ state }: { state: ClaimState }) {
  const t = useText(claimText)
  return <Tag tone={tones[state]}>{t.states[state]}</Tag>
}
