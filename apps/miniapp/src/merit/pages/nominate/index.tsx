import type { Candidate, Cycle } from '@yijian/shared/award/shapes'
import { useState } from 'react'
import { usePages, useRead } from '@/api/use-read'
import { spokenDay } from '@/features/award/day'
import { Missing } from '@/features/award/Missing'
import { NominateForm } from '@/features/award/NominateForm'
import { awardPartText } from '@/features/award/part-text'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { replaceWith, routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
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
  const cycle = useRead('getCycle', { params: { cycleId } })
  if (chosen) return <NominateForm cycleId={cycleId} candidate={chosen} onOther={() => setChosen(undefined)} />
  return (
    <Page title={t.nominate}>
      <Loaded of={cycle}>
        {(cycle) => (cycle.phase === 'nominating' ? <Candidates cycleId={cycleId} onChoose={setChosen} /> : <NotNow cycle={cycle} />)}
      </Loaded>
    </Page>
  )
}

/** An old link, or one that came too soon: said before anything is written. */
function NotNow({ cycle: { phase, nominationOpensOn, nominationClosesOn } }: { cycle: Cycle }) {
  const t = useText(awardPartText)
  const words = useText(awardText)
  const { language } = useSettings()
  return (
    <Empty
      icon="calendar"
      title={phase === 'announced' ? t.notYet : t.over}
      detail={t.nominationDays(spokenDay(nominationOpensOn, language), spokenDay(nominationClosesOn, language))}
      action={{ words: words.toAward, onTap: () => replaceWith(routes.award) }}
    />
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
