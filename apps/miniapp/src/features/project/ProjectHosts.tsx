import type { Host } from '@yijian/shared/project/shapes'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { projectText } from './text'

/** Who hosts the project today; earlier hosts are history. */
export function ProjectHosts({ hosts }: { hosts: readonly Host[] }) {
  const t = useText(projectText)
  const present = hosts.filter(({ endsOn }) => endsOn === null)
  if (present.length === 0) return null
  return (
    <Section title={t.hosts}>
      <Card flush>
        {present.map(({ id, person, part }) => (
          <Cell
            key={id}
            start={<Avatar name={person.name} />}
            title={person.name}
            detail={person.department}
            onTap={() => go(routes.colleague, { employeeId: person.id })}
            end={<Tag tone={part === 'host' ? 'brand' : 'neutral'}>{part === 'host' ? t.host : t.coHost}</Tag>}
          />
        ))}
      </Card>
    </Section>
  )
}
