import { usePages, useRead } from '@/api/use-read'
import { awardDeskText } from '@/features/award/desk-text'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { Tag } from '@/ui/Tag'

/** What a judge has to score in the cycle they sit on. */
export default function JuryPage() {
  const t = useText(awardDeskText)
  const cycles = useRead('listCycles', { query: { limit: 5 } })
  return (
    <Page title={t.jury} onRefresh={cycles.refetch}>
      <Loaded of={cycles}>
        {({ items }) => {
          const sitting = items.find(({ sits }) => sits)
          return sitting ? <Nominations cycleId={sitting.id} /> : <Empty icon="badge" title={t.notOnJury} detail={t.noNominationsDetail} />
        }}
      </Loaded>
    </Page>
  )
}

function Nominations({ cycleId }: { cycleId: string }) {
  const t = useText(awardDeskText)
  const words = useText(awardText)
  const nominations = usePages('listNominations', { params: { cycleId }, query: {} })
  return (
    <>
      <Notice tone="info">{t.juryNote}</Notice>
      <PagedList
        of={nominations}
        keyOf={({ id }) => id}
        empty={<Empty icon="badge" title={t.noNominations} detail={t.noNominationsDetail} />}
      >
        {({ id, nominee, conflict, myMarks }) => (
          <Card flush>
            <Cell
              start={<Avatar name={nominee.name} />}
              title={nominee.name}
              detail={conflict === null ? nominee.department : words.conflicts[conflict]}
              end={
                <Tag tone={conflict !== null ? 'neutral' : myMarks === null ? 'gold' : 'brand'}>
                  {conflict !== null ? t.aside : myMarks === null ? t.toScore : t.scored}
                </Tag>
              }
              onTap={() => go(routes.score, { nominationId: id })}
            />
          </Card>
        )}
      </PagedList>
    </>
  )
}
