import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { FieldCover } from '@/features/project/FieldCover'
import { fieldText } from '@/features/project/field-text'
import { ProjectHosts } from '@/features/project/ProjectHosts'
import { ProjectNotice } from '@/features/project/ProjectNotice'
import { ProjectSessions } from '@/features/project/ProjectSessions'
import { ProjectStory } from '@/features/project/ProjectStory'
import { ProjectTitle } from '@/features/project/ProjectTitle'
import { projectText } from '@/features/project/text'
import { useText } from '@/i18n/use-text'
import { addressOf, go, routes, useParams } from '@/lib/routes'
import { ShareButton } from '@/platform/ShareButton'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'

export default function ProjectPage() {
  const t = useText(projectText)
  const fields = useText(fieldText)
  const { projectId } = useParams(routes.project)
  const project = useRead(
    'getProject',
    { params: { projectId: projectId ?? '' } },
    { enabled: useLogin() !== undefined && projectId !== undefined },
  )
  return (
    <Page title={t.detail} onRefresh={project.refetch}>
      {projectId === undefined ? (
        <Empty icon="link" title={t.missing} detail={t.missingDetail} action={{ words: t.toList, onTap: () => go(routes.projects) }} />
      ) : (
        <Loaded of={project} skeleton={<Skeleton count={4} />}>
          {(one) => (
            <>
              <FieldCover field={one.field} tags={[fields[one.field], [one.city, one.branch.name].filter(Boolean).join(' · ')]} />
              <ProjectTitle project={one} />
              <ProjectNotice state={one.state} />
              <ProjectStory story={one.story} />
              <ProjectSessions sessions={one.sessions} />
              <ProjectHosts hosts={one.hosts} />
              <ShareButton card={{ title: one.title, path: addressOf(routes.project, { projectId: one.id }) }}>{t.share}</ShareButton>
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
