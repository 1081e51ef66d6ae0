import type { ProjectState } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { Tag } from '@/ui/Tag'
import type { Tone } from '@/ui/Cell'
import { hostingText } from './text'

const tones: Record<ProjectState, Tone> = { draft: 'neutral', 'in-review': 'info', published: 'brand', paused: 'gold', closed: 'neutral' }

/** Where a project stands, in a word. */
export function ProjectStateTag({ state }: { state: ProjectState }) {
  const t = useText(hostingText)
  return <Tag tone={tones[state]}>{t.states[state]}</Tag>
}
