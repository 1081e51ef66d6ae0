import type { FundProjectState } from '@yijian/shared/fund/shapes'
import { useText } from '@/i18n/use-text'
import type { Tone } from '@/ui/Cell'
import { Tag } from '@/ui/Tag'
import { fundText } from './text'

const tones: Record<FundProjectState, Tone> = { recommended: 'gold', checked: 'info', listed: 'brand', paused: 'gold', closed: 'neutral' }

/** Where a fund project stands, in a word. */
export function FundStateTag({ state }: { state: FundProjectState }) {
  const t = useText(fundText)
  return <Tag tone={tones[state]}>{t.states[state]}</Tag>
}
