import type { Project } from '@yijian/shared/project/shapes'
import { useState } from 'react'
import { useRead } from '@/api/use-read'
import { HostedSessions } from '@/features/hosting/HostedSessions'
import { Missing } from '@/features/hosting/Missing'
import { type AskedMove, ProjectMoves } from '@/features/hosting/ProjectMoves'
import { ProjectStateTag } from '@/features/hosting/ProjectStateTag'
import { hostingText } from '@/features/hosting/text'
import { useProjectMoves } from '@/features/hosting/use-project-moves'
import { ProjectHosts } from '@/features/project/ProjectHosts'
import { fieldText } from '@/features/project/field-text'
import { useText } from '@/i18n/use-text'
import styles from '@/features/project/project.module.scss'
import { go, routes, useParams } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { classes } from '@/ui/classes'
import { Columns } from '@/ui/Columns'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'

export default function HostedProjectPage() {
  const { projectId } = useParams(routes.hostedProject)
  return projectId ? <HostedProject projectId={projectId} /> : <Missing />
}

function HostedProject({ projectId }: { projectId: string }) {
  const t = useText(hostingText)
  const project = useRead('getProject', { params: { projectId } })
  const [asking, setAsking] = useState<AskedMove>()
  const moves = useProjectMoves(projectId, () => setAsking(undefined))
  return (
    <Page
      title={t.manage}
      isWide
      onRefresh={project.refetch}
      footer={project.data && <NextStep project={project.data} submit={moves.submit} />}
    >
      <Loaded of={project}>
        {(project) => (
          <Columns
            main="first"
            first={
              <>
                <Head project={project} />
                {project.state !== 'draft' && project.state !== 'in-review' && (
                  <Section title={t.sessions}>
                    <HostedSessions sessions={project.sessions} />
                  </Section>
                )}
              </>
            }
            second={
              <>
                <ProjectHosts hosts={project.hosts} />
                <ProjectMoves project={project} moves={moves} asking={asking} setAsking={setAsking} />
              </>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function Head({ project }: { project: Project }) {
  const t = useText(hostingText)
  const fields = useText(fieldText)
  const [last] = project.reviews
  return (
    <>
      <Card>
        <View className="stack">
          <View className="row between">
            <View className="t-title grow">{project.title}</View>
            <ProjectStateTag state={project.state} />
          </View>
          <View className="t-small">{[fields[project.field], project.branch.name, project.city].filter(Boolean).join(' · ')}</View>
          <View className={classes('t-body', styles.story)}>{project.story}</View>
          {project.state !== 'closed' && (
            <Button kind="soft" size="small" icon="edit" onTap={() => go(routes.editProject, { projectId: project.id })}>
              {t.edit}
            </Button>
          )}
        </View>
      </Card>
      {project.state === 'draft' && last?.decision === 'returned' && <Notice tone="danger">{t.returned(last.reason ?? '')}</Notice>}
      {project.state === 'in-review' && <Notice tone="info">{t.inReviewNote}</Notice>}
    </>
  )
}

function NextStep({ project, submit }: { project: Project; submit: ReturnType<typeof useProjectMoves>['submit'] }) {
  const t = useText(hostingText)
  if (project.state === 'draft')
    return (
      <BottomBar note={t.submitNote}>
        <Button id="submit-project" busy={submit.isBusy} onTap={() => submit.start(undefined)}>
          {t.submit}
        </Button>
      </BottomBar>
    )
  if (project.state !== 'published') return null
  return (
    <BottomBar>
      <Button id="new-session" icon="plus" onTap={() => go(routes.editSession, { projectId: project.id })}>
        {t.newSession}
      </Button>
    </BottomBar>
  )
}
