import type { Me } from '@yijian/shared/people/shapes'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Section } from '@/ui/Section'
import { meText } from './text'

/** The ways to hosting for everybody, and to the desk for those with a role. */
export function WorkEntries({ me }: { me: Me }) {
  const t = useText(meText)
  return (
    <Section title={t.work}>
      <Card flush>
        {me.isHost ? (
          <Cell icon="megaphone" title={t.host} detail={t.hostDetail} onTap={() => go(routes.hostHome)} />
        ) : (
          <Cell icon="plus" title={t.startProject} detail={t.startProjectDetail} onTap={() => go(routes.editProject, {})} />
        )}
        {me.roles.length > 0 && <Cell icon="list" tone="info" title={t.desk} detail={t.deskDetail} onTap={() => go(routes.deskHome)} />}
      </Card>
    </Section>
  )
}
