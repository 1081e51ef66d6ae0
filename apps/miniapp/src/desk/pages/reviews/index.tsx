import { usePages } from '@/api/use-read'
import { deskText } from '@/features/desk/text'
import { FieldThumb } from '@/features/project/FieldThumb'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'

/** Projects that wait for a second pair of eyes, the oldest first. */
export default function ReviewsPage() {
  const t = useText(deskText)
  const { language } = useSettings()
  const projects = usePages('listProjectsInReview', { query: {} })
  return (
    <Page title={t.reviews} onRefresh={projects.refetch}>
      <PagedList of={projects} keyOf={({ id }) => id} empty={<Empty icon="check" title={t.noReviews} detail={t.noReviewsDetail} />}>
        {({ id, title, field, branch, hosts }) => (
          <Card flush>
            <Cell
              start={<FieldThumb field={field} />}
              title={title}
              detail={[branch.name, t.by(hosts.map(({ name }) => name).join(language === 'zh' ? '、' : ', '))].join(' · ')}
              onTap={() => go(routes.review, { projectId: id })}
            />
          </Card>
        )}
      </PagedList>
    </Page>
  )
}
