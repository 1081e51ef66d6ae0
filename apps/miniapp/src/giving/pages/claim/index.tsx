import type { Claim } from '@yijian/shared/claim/shapes'
import { useRead } from '@/api/use-read'
import { ClaimFacts } from '@/features/claim/ClaimFacts'
import { ClaimMissing } from '@/features/claim/ClaimMissing'
import { ClaimProgress } from '@/features/claim/ClaimProgress'
import { Receipts } from '@/features/claim/Receipts'
import { claimText } from '@/features/claim/text'
import { useText } from '@/i18n/use-text'
import { yuanParts } from '@/lib/format'
import { go, routes, useParams } from '@/lib/routes'
import { BigNumber } from '@/ui/BigNumber'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'

export default function ClaimPage() {
  const { claimId } = useParams(routes.claim)
  return claimId ? <MyClaim claimId={claimId} /> : <ClaimMissing />
}

/** One claim of mine: how far it is, what it brought, and what I wrote. */
function MyClaim({ claimId }: { claimId: string }) {
  const t = useText(claimText)
  const claim = useRead('getMyClaim', { params: { claimId } })
  const footer = claim.data?.state === 'returned' && (
    <BottomBar>
      <Button id="correct-claim" onTap={() => go(routes.editClaim, { claimId })}>
        {t.again}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.title} onRefresh={claim.refetch} footer={footer}>
      <Loaded of={claim}>
        {(claim) => (
          <>
            <Card>
              <View className="t-body t-muted">{claim.platformName ?? t.platforms[claim.platform]}</View>
              <BigNumber size="xl" tone="give" {...yuanParts(claim.amountFen)} />
            </Card>
            <Section title={t.progress}>
              <Card>
                <ClaimProgress claim={claim} />
              </Card>
              <Journals claim={claim} />
            </Section>
            <Section title={t.facts}>
              <Card>
                <View className="stack">
                  <ClaimFacts claim={claim} />
                  <Receipts images={claim.images} />
                </View>
              </Card>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Journals({ claim: { journalId, creditFen, refundJournalId, refundFen } }: { claim: Claim }) {
  const t = useText(claimText)
  // A journal that moved no credit has no line in the statement of credit.
  const isTold = journalId !== null && (creditFen ?? 0) > 0
  const isTakenBack = refundJournalId !== null && (refundFen ?? 0) > 0
  if (!isTold && !isTakenBack) return null
  return (
    <Card flush>
      {isTold && <Cell icon="link" title={t.toJournal} onTap={() => go(routes.journal, { journalId, account: 'credit' })} />}
      {isTakenBack && (
        <Cell
          icon="history"
          tone="danger"
          title={t.toRefund}
          onTap={() => go(routes.journal, { journalId: refundJournalId, account: 'credit' })}
        />
      )}
    </Card>
  )
}
