import { usePages, useRead } from '@/api/use-read'
import { ClaimRow } from '@/features/claim/ClaimRow'
import { claimText } from '@/features/claim/text'
import { usePolicy } from '@/features/policy/use-policy'
import { useText } from '@/i18n/use-text'
import { yuan } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'

/** Own donations that were claimed, and the way to claim one more. */
export default function ClaimsPage() {
  const t = useText(claimText)
  const claims = usePages('listMyClaims', { query: {} })
  const add = (
    <BottomBar>
      <Button id="new-claim" kind="give" onTap={() => go(routes.editClaim, {})}>
        {t.add}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.mine} onRefresh={claims.refetch} footer={add}>
      <Notice icon="heart">{t.intro}</Notice>
      <KeptOver />
      <PagedList of={claims} keyOf={({ id }) => id} empty={<Empty icon="heart" title={t.none} detail={t.noneDetail} />}>
        {(claim) => (
          <Card flush>
            <ClaimRow claim={claim} />
          </Card>
        )}
      </PagedList>
    </Page>
  )
}

/** What earlier gifts left over, and how little is missing to the next unit. */
function KeptOver() {
  const t = useText(claimText)
  const balances = useRead('getMyBalances', {})
  const settings = usePolicy('matching', balances.data?.balances.asOf)?.settings
  const carriedFen = balances.data?.balances.carriedGiftFen ?? 0
  if (settings?.mode !== 'step' || carriedFen === 0 || carriedFen >= settings.unitGiftFen) return null
  return (
    <Notice tone="gold" icon="gift">
      {t.keptNow(yuan(carriedFen), yuan(settings.unitGiftFen - carriedFen), yuan(settings.unitGiftGrantFen))}
    </Notice>
  )
}
