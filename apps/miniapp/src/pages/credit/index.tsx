import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { CreditHero } from '@/features/ledger/CreditHero'
import { NextGrantCard } from '@/features/ledger/NextGrantCard'
import { StatementList, useStatement } from '@/features/ledger/StatementList'
import { ledgerText } from '@/features/ledger/text'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Columns } from '@/ui/Columns'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'

export default function CreditPage() {
  const t = useText(ledgerText)
  const balances = useRead('getMyBalances', {}, { enabled: useLogin() !== undefined })
  const statement = useStatement('credit')
  const nothing = (
    <Empty
      icon="credit"
      title={t.noStatement}
      detail={t.noStatementDetail}
      action={{ words: t.findOne, onTap: () => go(routes.projects) }}
    />
  )
  const waiting = (
    <>
      <Skeleton shape="hero" />
      <Skeleton count={3} />
    </>
  )
  return (
    <Page title={t.creditTitle} tab="credit" isWide onRefresh={() => Promise.all([balances.refetch(), statement.refetch()])}>
      <Loaded of={balances} skeleton={waiting}>
        {(mine) => (
          <Columns
            first={
              <>
                <CreditHero balances={mine.balances} />
                <NextGrantCard nextGrant={mine.nextGrant} />
                <Card flush>
                  <Cell icon="leaf" title={t.funds} detail={t.fundsDetail} onTap={() => go(routes.funds)} />
                  <Cell icon="heart" tone="give" title={t.myDonations} detail={t.myDonationsDetail} onTap={() => go(routes.donations)} />
                  <Cell icon="document" tone="gold" title={t.claims} detail={t.claimsDetail} onTap={() => go(routes.claims)} />
                </Card>
              </>
            }
            second={
              <Section title={t.statement}>
                <StatementList statement={statement} empty={nothing} />
              </Section>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}
