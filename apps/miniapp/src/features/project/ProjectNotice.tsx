import type { ProjectState } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { Notice } from '@/ui/Notice'
import { projectText } from './text'

/** Why a project takes no sign-ups; nothing while it is published. */
export function ProjectNotice({ state }: { state: ProjectState }) {
  const t = useText(projectText)
  switch (state) {
    case 'published':
      return null
    case 'paused':
      return <Notice tone="gold">{t.paused}</Notice>
    case 'closed':
      return <Notice tone="neutral">{t.projectClosed}</Notice>
    case 'in-review':
      return <Notice>{t.inReview}</Notice>
    case 'draft':
      return <Notice>{t.draft}</Notice>
  }
}
