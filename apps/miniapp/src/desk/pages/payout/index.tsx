import { holdsLines } from '@yijian/shared/payout/rules'
import type { Payout } from '@yijian/shared/payout/shapes'
import { useLogin } from '@/api/login'
import { usePages, useRead } from '@/api/use-read'
import { FailingSteps, PayoutBar } from '@/features/payout/PayoutBar'
import { PayoutStateTag } from '@/features/payout/PayoutStateTag'
import { PayoutSteps } from '@/features/payout/PayoutSteps'
import { payoutText } from '@/features/payout/text'
import { usePayoutMoves } from '@/features/payout/use-payout-moves'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment, yuan, yuanParts } from '@/lib/format'
import { replaceWith, routes, useParams } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Columns } from '@/ui/Columns'
import { Heading, View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { Section } from '@/ui/Section'
import styles from '@/features/payout/payout.module.scss'

export default function PayoutPage() {
  const t = useText(payoutText)
  const { payoutId } = useParams(routes.payout)
  if (payoutId) return <Batch payoutId={payoutId} />
  return (
    <Page title={t.missing}>
      <Empty
        icon="link"
        title={t.missing}
        detail={t.missingDetail}
        action={{ words: t.toList, onTap: () => replaceWith(routes.payouts) }}
      />
    </Page>
  )
}

function Batch({ payoutId }: { payoutId: string }) {
  const t = useText(payoutText)
  const payout = useRead('getPayout', { params: { payoutId } })
  const lines = usePages('listPayoutLines', { params: { payoutId } })
  const moves = usePayoutMoves(payoutId)
  const mayMove = useLogin()?.me.roles.some(({ role }) => role === 'operator') ?? false
  return (
    <Page
      title={t.one}
      isWide
      onRefresh={() => Promise.all([payout.refetch(), lines.refetch()])}
      footer={payout.data && mayMove && <PayoutBar payout={payout.data} moves={moves} />}
    >
      <Loaded of={payout}>
        {(payout) => (
          <Columns
            main="second"
            first={
              <>
                <Head payout={payout} />
                {!holdsLines(payout.state) && <Notice>{t.backAgain}</Notice>}
                <PayoutSteps payout={payout} />
                <Section title={t.receiver}>
                  <Card flush>
                    <Cell icon="shield" title={payout.charity} detail={t.code(payout.charityCode)} />
                    <Cell icon="credit" tone="give" title={payout.charityAccount} />
                  </Card>
                </Section>
              </>
            }
            second={
              <>
                <Lines lines={lines} />
                {mayMove && <FailingSteps payout={payout} moves={moves} />}
              </>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function Head({ payout: { fundProject, amountFen, lines, state } }: { payout: Payout }) {
  const t = useText(payoutText)
  return (
    <Card tone="warm">
      <View className="row between">
        <Heading level={2} className="t-strong grow">
          {fundProject.name}
        </Heading>
        <PayoutStateTag state={state} />
      </View>
      <BigNumber size="xl" tone="inherit" {...yuanParts(amountFen)} />
      <View className={styles.note}>{t.donations(lines)}</View>
    </Card>
  )
}

function Lines({ lines }: { lines: ReturnType<typeof usePages<'listPayoutLines'>> }) {
  const t = useText(payoutText)
  const { language } = useSettings()
  return (
    <Section title={t.lines}>
      <View className="t-small">{t.linesNote}</View>
      <RecordList
        of={lines}
        keyOf={({ lineNo }) => String(lineNo)}
        empty={null}
        heads={{ title: t.columns.line }}
        title={({ lineNo }) => t.line(lineNo)}
        facts={[
          { head: t.columns.settled, of: ({ settledAt }) => moment(settledAt, deviceNow(), language), named: true },
          { head: t.columns.journal, of: ({ journalId }) => journalId },
        ]}
        figure={{ head: t.columns.amount, of: ({ amountFen }) => yuan(amountFen) }}
      />
    </Section>
  )
}
