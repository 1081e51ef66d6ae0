import { usePages } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { awardText } from './text'

const tones = { proposed: 'info', accepted: 'brand', declined: 'neutral' } as const

interface MyNominationsProps {
  cycleId: string
  title: string
  /** There is nothing to say when there are none. */
  hidesNone?: boolean
}

/** Nominations as far as the reader may see them. */
export function MyNominations({ cycleId, title, hidesNone }: MyNominationsProps) {
  const t = useText(awardText)
  const nominations = usePages('listNominations', { params: { cycleId }, query: {} })
  if (hidesNone && nominations.items?.length === 0) return null
  return (
    <Section title={title}>
      <PagedList of={nominations} keyOf={({ id }) => id} empty={<Empty icon="badge" title={t.noMine} detail={t.noMineDetail} />}>
        {({ id, nominee, nominator, kind, state }) => (
          <Card flush>
            <Cell
              start={<Avatar name={nominee.name} />}
              title={nominee.name}
              detail={[t.kinds[kind], kind === 'self' ? undefined : t.by(nominator.name)].filter(Boolean).join(' · ')}
              end={<Tag tone={tones[state]}>{t.states[state]}</Tag>}
              onTap={() => go(routes.nomination, { nominationId: id })}
            />
          </Card>
        )}
      </PagedList>
    </Section>
  )
}
