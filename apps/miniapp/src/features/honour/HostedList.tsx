import type { MyHonour } from '@yijian/shared/honour/shapes'
import { go, routes } from '@/lib/routes'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'

/** Projects somebody hosts or hosted, each a way to sign up. */
export function HostedList({ projects }: { projects: MyHonour['projects'] }) {
  return (
    <Card flush>
      {projects.map(({ id, title }) => (
        <Cell key={id} icon="megaphone" title={title} onTap={() => go(routes.project, { projectId: id })} />
      ))}
    </Card>
  )
}
