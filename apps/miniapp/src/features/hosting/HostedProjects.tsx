import { usePages } from '@/api/use-read'
import { FieldThumb } from '@/features/project/FieldThumb'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { ProjectStateTag } from './ProjectStateTag'
import { hostingText } from './text'

export function useHostedProjects() {
  return usePages('listHostedProjects', { query: {} })
}

/** The projects I host, in every state. */
export function HostedProjects({ projects }: { projects: ReturnType<typeof useHostedProjects> }) {
  const t = useText(hostingText)
  const { language } = useSettings()
  const nothing = <Empty icon="leaf" title={t.noProjects} detail={t.noProjectsDetail} />
  return (
    <PagedList of={projects} keyOf={({ id }) => id} empty={nothing}>
      {({ id, title, field, state, returnReason, nextSessionAt }) => (
        <Card flush>
          <Cell
            start={<FieldThumb field={field} />}
            title={title}
            detail={returnReason ? t.returned(returnReason) : nextSessionAt ? moment(nextSessionAt, deviceNow(), language) : t.noSessions}
            end={<ProjectStateTag state={state} />}
            onTap={() => go(routes.hostedProject, { projectId: id })}
          />
        </Card>
      )}
    </PagedList>
  )
}
