import type { ProjectDraft } from '@yijian/shared/project/shapes'
import { api } from '@/api/client'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { emptyProject, ProjectForm } from '@/features/hosting/ProjectForm'
import { hostingText } from '@/features/hosting/text'
import { useText } from '@/i18n/use-text'
import { goBack, replaceWith, routes, useParams } from '@/lib/routes'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

const changes = ['getProject', 'listHostedProjects', 'listProjects', 'getMe', 'listToDos'] as const

export default function EditProjectPage() {
  const { projectId } = useParams(routes.editProject)
  return projectId ? <ChangeProject projectId={projectId} /> : <NewProject />
}

function NewProject() {
  const t = useText(hostingText)
  const draft = useToldAction((body: ProjectDraft, options) => api.draftProject({ body }, options), {
    changes,
    done: t.saved,
    onDone: ({ id }) => replaceWith(routes.hostedProject, { projectId: id }),
  })
  return (
    <Page title={t.newProject}>
      <ProjectForm initial={emptyProject} action={t.draftSave} busy={draft.isBusy} error={draft.error} onSave={draft.start} />
    </Page>
  )
}

function ChangeProject({ projectId }: { projectId: string }) {
  const t = useText(hostingText)
  const project = useRead('getProject', { params: { projectId } })
  const change = useToldAction((body: ProjectDraft, options) => api.changeProject({ params: { projectId }, body }, options), {
    changes,
    done: t.saved,
    onDone: goBack,
  })
  return (
    <Page title={t.edit}>
      <Loaded of={project}>
        {({ title, field, branch, city, story, organiser, state }) => (
          <ProjectForm
            initial={{ title, field, branchId: branch.id, city, story, organiser }}
            action={state === 'draft' ? t.draftSave : t.save}
            busy={change.isBusy}
            error={change.error}
            onSave={change.start}
          />
        )}
      </Loaded>
    </Page>
  )
}
