import { payoutStates } from '@yijian/shared/payout/rules'
import type { PayoutCard, PayoutState } from '@yijian/shared/payout/shapes'
import { useState } from 'react'
import { useLogin } from '@/api/login'
import { usePages, useRead } from '@/api/use-read'
import { Candidates } from '@/features/payout/Candidates'
import { PayoutStateTag } from '@/features/payout/PayoutStateTag'
import { payoutText } from '@/features/payout/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment, yuanShort } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { Section } from '@/ui/Section'

/** What waits to be paid out, and every batch. */
export default function PayoutsPage() {
  const t = useText(payoutText)
  const [state, setState] = useState<PayoutState | 'all'>('all')
  const candidates = useRead('listPayoutCandidates')
  const payouts = usePages('listPayouts', { query: { state: state === 'all' ? undefined : state } })
  const mayBuild = useLogin()?.me.roles.some(({ role }) => role === 'operator') ?? false
  return (
    <Page title={t.title} onRefresh={() => Promise.all([candidates.refetch(), payouts.refetch()])}>
      <Section title={t.waiting}>
        <Loaded of={candidates}>{({ items }) => <Candidates items={items} mayBuild={mayBuild} />}</Loaded>
      </Section>
      <Section title={t.batches}>
        <Chips
          scrolls
          label={t.filter}
          choices={[{ value: 'all', words: t.all }, ...payoutStates.map((value) => ({ value, words: t.states[value] }))]}
          value={state}
          onChange={setState}
        />
        <PagedList of={payouts} keyOf={({ id }) => id} empty={<Empty icon="upload" title={t.none} detail={t.noneDetail} />}>
          {(payout) => <Row payout={payout} />}
        </PagedList>
      </Section>
    </Page>
  )
}

function Row({ payout: { id, fundProject, amountFen, lines, builtAt, state } }: { payout: PayoutCard }) {
  const t = useText(payoutText)
  const { language } = useSettings()
  return (
    <Card flush>
      <Cell
        title={`${fundProject.name} · ${yuanShort(amountFen)}`}
        detail={[t.donations(lines), moment(builtAt, deviceNow(), language)].join(' · ')}
        end={<PayoutStateTag state={state} />}
        onTap={() => go(routes.payout, { payoutId: id })}
      />
    </Card>
  )
}
