import type { PayoutState } from '@yijian/shared/payout/shapes'
import { useText } from '@/i18n/use-text'
import type { Tone } from '@/ui/Cell'
import { Tag } from '@/ui/Tag'
import { payoutText } from './text'

const tones: Record<PayoutState, Tone> = {
  built: 'gold',
  approved: 'info',
  sent: 'info',
  confirmed: 'brand',
  bounced: 'danger',
  cancelled: 'neutral',
}

/** Where a batch stands, in a word. */
export function PayoutStateTag({ state }: { state: PayoutState }) {
  const t = useText(payoutText)
  return <Tag tone={tones[state]}>{t.states[state]}</Tag>
}
