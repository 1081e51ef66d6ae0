import type { SessionDraft } from '@yijian/shared/project/shapes'
import { api } from '@/api/client'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { Missing } from '@/features/hosting/Missing'
import { formOf, proposeSession } from '@/features/hosting/session-form'
import { SessionForm } from '@/features/hosting/SessionForm'
import { hostingText } from '@/features/hosting/text'
import { hostedSessionText } from '@/features/hosting/session-text'
import { sessionFormText } from '@/features/hosting/session-form-text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { goBack, replaceWith, routes, useParams } from '@/lib/routes'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'

const changes = ['getProject', 'getSession', 'listSessions', 'listHostedProjects', 'listMySignups', 'getHome'] as const

export default function EditSessionPage() {
  const { projectId, sessionId } = useParams(routes.editSession)
  if (sessionId) return <ChangeSession sessionId={sessionId} />
  return projectId ? <NewSession projectId={projectId} /> : <Missing />
}

function NewSession({ projectId }: { projectId: string }) {
  const t = useText(hostingText)
  const form = useText(sessionFormText)
  const project = useRead('getProject', { params: { projectId } })
  const open = useToldAction((body: SessionDraft, options) => api.openSession({ params: { projectId }, body }, options), {
    changes,
    done: form.opened,
    onDone: ({ id }) => replaceWith(routes.hostedSession, { sessionId: id }),
  })
  return (
    <Page title={t.newSession}>
      <Loaded of={project}>
        {({ title, city }) => (
          <SessionForm
            initial={proposeSession(title, city, deviceNow())}
            withCapacity
            action={form.open}
            busy={open.isBusy}
            error={open.error}
            onSave={open.start}
          />
        )}
      </Loaded>
    </Page>
  )
}

function ChangeSession({ sessionId }: { sessionId: string }) {
  const t = useText(hostingText)
  const words = useText(hostedSessionText).sessionHub
  const session = useRead('getSession', { params: { sessionId } })
  const change = useToldAction(
    ({ capacity: _, ...body }: SessionDraft, options) => api.changeSession({ params: { sessionId }, body }, options),
    { changes, done: t.saved, onDone: goBack },
  )
  return (
    <Page title={words.edit}>
      <Loaded of={session}>
        {(session) => (
          <>
            {session.confirmed + session.waiting > 0 && (
              <Notice icon="megaphone">{words.editTells(session.confirmed + session.waiting)}</Notice>
            )}
            <SessionForm
              initial={formOf(session)}
              withCapacity={false}
              action={t.save}
              busy={change.isBusy}
              error={change.error}
              onSave={change.start}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}
