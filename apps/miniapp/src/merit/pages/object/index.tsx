import type { Cycle, Leader } from '@yijian/shared/award/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { usePages, useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { Missing } from '@/features/award/Missing'
import { ObjectionCard } from '@/features/award/MyObjections'
import { awardPartText } from '@/features/award/part-text'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { backOr, replaceWith, routes, useParams } from '@/lib/routes'
import { Avatar } from '@/ui/Avatar'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { Field } from '@/ui/form/Field'
import { TextArea } from '@/ui/form/TextArea'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

const LEAST = 10

export default function ObjectPage() {
  const { nominationId } = useParams(routes.awardObjection)
  return nominationId ? <OnList nominationId={nominationId} /> : <Missing />
}

/** Only a list that hangs out can be objected to. */
function OnList({ nominationId }: { nominationId: string }) {
  const t = useText(awardText)
  const cycles = useRead('listCycles', { query: { limit: 5 } })
  const open = cycles.data?.items.find(({ phase }) => phase === 'publicity')
  if (open) return <InCycle cycle={open} nominationId={nominationId} />
  return (
    <Page title={t.object}>
      <Loaded of={cycles}>{() => <NoList />}</Loaded>
    </Page>
  )
}

function InCycle({ cycle: { id: cycleId }, nominationId }: { cycle: Cycle; nominationId: string }) {
  const t = useText(awardText)
  const leaders = useRead('listLeaders', { params: { cycleId } })
  const mine = usePages('listMyObjections', { params: { cycleId }, query: {} })
  const leader = leaders.data?.items.find((one) => one.nominationId === nominationId)
  const raised = mine.items?.find((one) => one.nominationId === nominationId)
  if (leader && mine.items && !raised) return <ObjectTo leader={leader} />
  return (
    <Page title={t.object}>
      <Loaded of={leaders}>
        {() => <Loaded of={{ ...mine, data: mine.items }}>{() => (raised ? <ObjectionCard objection={raised} /> : <NoList />)}</Loaded>}
      </Loaded>
    </Page>
  )
}

function NoList() {
  const t = useText(awardPartText)
  const words = useText(awardText)
  return (
    <Empty
      icon="calendar"
      title={t.noList}
      detail={t.noListDetail}
      action={{ words: words.toAward, onTap: () => replaceWith(routes.award) }}
    />
  )
}

/** An objection during the publicity period: against whom, and why. */
function ObjectTo({ leader: { person, nominationId } }: { leader: Leader }) {
  const t = useText(awardText)
  const [reason, setReason] = useState('')
  const raise = useToldAction((given: string, options) => api.raiseObjection({ body: { nominationId, reason: given } }, options), {
    changes: ['listObjections', 'listMyObjections'],
    done: t.objected,
    onDone: () => backOr(routes.award),
  })
  const given = reason.trim()
  const footer = (
    <BottomBar>
      <Button
        id="raise-objection"
        busy={raise.isBusy}
        disabledReason={given.length < LEAST ? t.reasonShort : undefined}
        onTap={() => raise.start(given)}
      >
        {t.object}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.object} footer={footer}>
      <Card flush>
        <Cell start={<Avatar name={person.name} />} title={person.name} detail={person.department} />
      </Card>
      <Card>
        <Field label={t.objectReason} hint={t.objectHint}>
          <TextArea value={reason} onChange={setReason} maxLength={1000} />
        </Field>
      </Card>
    </Page>
  )
}
