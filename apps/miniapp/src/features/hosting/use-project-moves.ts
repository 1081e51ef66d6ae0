import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { hostingText } from './text'

const changes = ['getProject', 'listHostedProjects', 'listToDos', 'listProjects', 'listSessions'] as const

/** What a host may do with a project as a whole; `onDone` closes what asked for a reason. */
export function useProjectMoves(projectId: string, onDone: () => void) {
  const t = useText(hostingText)
  const params = { projectId }
  return {
    submit: useToldAction((_: undefined, options) => api.submitProject({ params }, options), { changes, done: t.submitted }),
    pause: useToldAction((reason: string, options) => api.pauseProject({ params, body: { reason } }, options), {
      changes,
      done: t.done,
      onDone,
    }),
    resume: useToldAction((_: undefined, options) => api.resumeProject({ params }, options), { changes, done: t.done }),
    close: useToldAction((reason: string, options) => api.closeProject({ params, body: { reason } }, options), {
      changes,
      done: t.done,
      onDone,
    }),
  }
}
