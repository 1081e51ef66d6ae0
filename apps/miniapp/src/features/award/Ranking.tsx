import type { Cycle, RankedNomination } from '@yijian/shared/award/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Avatar } from '@/ui/Avatar'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextArea } from '@/ui/form/TextArea'
import { Loaded } from '@/ui/Loaded'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { awardDeskText } from './desk-text'
import { awardText } from './text'

const LEAST = 10

/** The ranking, and while the list is not out yet, a reason for each winner. */
export function Ranking({ cycle }: { cycle: Cycle }) {
  const t = useText(awardDeskText)
  const ranking = useRead('getRanking', { params: { cycleId: cycle.id } })
  return (
    <Section title={t.ranking}>
      <View className="t-small">{t.tieRule}</View>
      <Loaded of={ranking}>
        {({ items }) => (
          <>
            <Card flush>
              {items.map((item) => (
                <Place key={item.nomination.id} item={item} />
              ))}
            </Card>
            {cycle.phase === 'deciding' && <Proposal cycleId={cycle.id} winners={items.filter(({ wins }) => wins)} />}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function Place({ item }: { item: RankedNomination }) {
  const t = useText(awardDeskText)
  const words = useText(awardText)
  const { nomination, rank, judges, meanThousandths, complete, wins } = item
  const mean = t.mean((meanThousandths / 10_000).toFixed(2))
  return (
    <Cell
      start={<Avatar name={nomination.nominee.name} />}
      title={`${words.rank(rank)} · ${nomination.nominee.name}`}
      detail={[mean, t.judgesScored(judges), complete ? undefined : t.tooFew].filter(Boolean).join(' · ')}
      end={wins ? <Tag tone="gold">{t.wins}</Tag> : undefined}
      onTap={() => go(routes.nomination, { nominationId: nomination.id })}
    />
  )
}

function Proposal({ cycleId, winners }: { cycleId: string; winners: readonly RankedNomination[] }) {
  const t = useText(awardDeskText)
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const propose = useToldAction(
    (leaders: { nominationId: string; reason: string }[], options) =>
      api.proposeLeaders({ params: { cycleId }, body: { leaders } }, options),
    { changes: ['getCycle', 'listCycles', 'listLeaders'], done: t.proposed },
  )
  const leaders = winners.map(({ nomination }) => ({ nominationId: nomination.id, reason: (reasons[nomination.id] ?? '').trim() }))
  const isComplete = leaders.length > 0 && leaders.every(({ reason }) => reason.length >= LEAST)
  return (
    <>
      <Card>
        <View className="stack">
          {winners.map(({ nomination: { id, nominee } }) => (
            <Field key={id} label={t.why(nominee.name)}>
              <TextArea
                value={reasons[id] ?? ''}
                onChange={(value) => setReasons((before) => ({ ...before, [id]: value }))}
                maxLength={500}
              />
            </Field>
          ))}
        </View>
      </Card>
      <BottomBar>
        <Button
          id="propose-leaders"
          busy={propose.isBusy}
          disabledReason={isComplete ? undefined : t.reasonsMissing}
          onTap={() => propose.start(leaders)}
        >
          {t.propose}
        </Button>
      </BottomBar>
    </>
  )
}
