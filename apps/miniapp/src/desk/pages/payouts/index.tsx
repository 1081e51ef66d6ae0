import { payoutStates } from '@yijian/shared/payout/rules'
import type { PayoutState } from '@yijian/shared/payout/shapes'
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
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { Section } from '@/ui/Section'

/** What waits to be paid out, and every batch. */
export default function PayoutsPage() {
  const t = useText(payoutText)
  const { language } = useSettings()
  const [state, setState] = useState<PayoutState | 'all'>('all')
  const candidates = useRead('listPayoutCandidates')
  const payouts = usePages('listPayouts', { query: { state: state === 'all' ? undefined : state } })
  const mayBuild = useLogin()?.me.roles.some(({ role }) => role === 'operator') ?? false
  return (
    <Page title={t.title} isWide onRefresh={() => Promise.all([candidates.refetch(), payouts.refetch()])}>
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
        <RecordList
          of={payouts}
          keyOf={({ id }) => id}
          empty={<Empty icon="upload" title={t.none} detail={t.noneDetail} />}
          heads={{ title: t.columns.fund, end: t.columns.state }}
          title={({ fundProject }) => fundProject.name}
          facts={[
            { head: t.columns.donations, of: ({ lines }) => t.donations(lines) },
            { head: t.columns.built, of: ({ builtAt }) => moment(builtAt, deviceNow(), language) },
          ]}
          figure={{ head: t.columns.amount, of: ({ amountFen }) => yuanShort(amountFen) }}
          end={({ state }) => <PayoutStateTag state={state} />}
          onTap={({ id }) =>
            () =>
              go(routes.payout, { payoutId: id })
            }
        />
      </Section>
    </Page>
  )
}
