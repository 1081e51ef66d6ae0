import type { Project } from '@yijian/shared/project/shapes'
import { useRead } from '@/api/use-read'
import { ReviewBar } from '@/features/desk/ReviewBar'
import { deskText } from '@/features/desk/text'
import { Missing } from '@/features/hosting/Missing'
import { ProjectStateTag } from '@/features/hosting/ProjectStateTag'
import { hostingText } from '@/features/hosting/text'
import { fieldText } from '@/features/project/field-text'
import { ProjectHosts } from '@/features/project/ProjectHosts'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Columns } from '@/ui/Columns'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'

export default function ReviewPage() {
  const { projectId } = useParams(routes.review)
  return projectId ? <Review projectId={projectId} /> : <Missing />
}

function Review({ projectId }: { projectId: string }) {
  const t = useText(deskText)
  const project = useRead('getProject', { params: { projectId } })
  const waits = project.data?.state === 'in-review'
  return (
    <Page title={t.review} isWide onRefresh={project.refetch} footer={waits && <ReviewBar projectId={projectId} />}>
      <Loaded of={project}>
        {(project) => (
          <>
            {!waits && <Notice tone="info">{t.decided}</Notice>}
            <Columns
              main="first"
              first={<Head project={project} />}
              second={
                <>
                  <ProjectHosts hosts={project.hosts} />
                  <LookFor />
                  {project.reviews.length > 0 && <Earlier reviews={project.reviews} />}
                </>
              }
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Head({ project }: { project: Project }) {
  const fields = useText(fieldText)
  return (
    <Card>
      <View className="stack">
        <View className="row between">
          <View className="t-title grow">{project.title}</View>
          <ProjectStateTag state={project.state} />
        </View>
        <View className="t-small">
          {[fields[project.field], project.branch.name, project.city, project.organiser].filter(Boolean).join(' · ')}
        </View>
        <View className="t-body">{project.story}</View>
      </View>
    </Card>
  )
}

function LookFor() {
  const t = useText(deskText)
  return (
    <Section title={t.lookFor}>
      <Card tone="sunk">
        <View className="stack">
          {t.points.map((point) => (
            <View key={point} className="t-body">
              {point}
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}

function Earlier({ reviews }: { reviews: Project['reviews'] }) {
  const t = useText(deskText)
  const words = useText(hostingText)
  const { language } = useSettings()
  return (
    <Section title={t.earlier}>
      <Card flush>
        {reviews.map(({ id, decision, reason, reviewer, decidedAt }) => (
          <Cell
            key={id}
            icon={decision === 'published' ? 'check' : 'edit'}
            tone={decision === 'published' ? 'brand' : 'danger'}
            title={decision === 'published' ? t.published : words.returned(reason ?? '')}
            detail={[reviewer.name, moment(decidedAt, deviceNow(), language)].join(' · ')}
          />
        ))}
      </Card>
    </Section>
  )
}
