import type { Candidate } from '@yijian/shared/award/shapes'
import { useState } from 'react'
import { usePages } from '@/api/use-read'
import { Missing } from '@/features/award/Missing'
import { NominateForm } from '@/features/award/NominateForm'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { routes, useParams } from '@/lib/routes'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { SearchBox } from '@/ui/SearchBox'
import { Section } from '@/ui/Section'

export default function NominatePage() {
  const { cycleId } = useParams(routes.nominate)
  return cycleId ? <Nominate cycleId={cycleId} /> : <Missing />
}

/** First who, then why. */
function Nominate({ cycleId }: { cycleId: string }) {
  const t = useText(awardText)
  const [chosen, setChosen] = useState<Candidate>()
  if (chosen) return <NominateForm cycleId={cycleId} candidate={chosen} />
  return (
    <Page title={t.nominate}>
      <Candidates cycleId={cycleId} onChoose={setChosen} />
    </Page>
  )
}

function Candidates({ cycleId, onChoose }: { cycleId: string; onChoose: (candidate: Candidate) => void }) {
  const t = useText(awardText)
  const [search, setSearch] = useState('')
  const candidates = usePages('listCandidates', { params: { cycleId }, query: search === '' ? {} : { search } })
  return (
    <>
      <SearchBox label={t.search} clearLabel={t.clear} value={search} onSearch={setSearch} />
      <Section title={t.candidates}>
        <PagedList
          of={candidates}
          keyOf={({ person }) => person.id}
          empty={<Empty icon="search" title={t.noCandidates} detail={t.noCandidatesDetail} />}
        >
          {(candidate) => (
            <Card flush>
              <Cell
                start={<Avatar name={candidate.person.name} />}
                title={candidate.person.name}
                detail={candidate.person.department}
                end={candidate.nominated ? t.nominated : t.sessions(candidate.sessions)}
                disabledReason={candidate.nominated ? t.nominated : undefined}
                onTap={() => onChoose(candidate)}
              />
            </Card>
          )}
        </PagedList>
      </Section>
    </>
  )
}
