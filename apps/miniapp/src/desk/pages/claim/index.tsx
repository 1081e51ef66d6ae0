import type { ClaimReview } from '@yijian/shared/claim/shapes'
import { useRead } from '@/api/use-read'
import styles from '@/features/claim/claim.module.scss'
import { ClaimDecision } from '@/features/claim/ClaimDecision'
import { ClaimEffectCard } from '@/features/claim/ClaimEffectCard'
import { ClaimFacts } from '@/features/claim/ClaimFacts'
import { ClaimHints } from '@/features/claim/ClaimHints'
import { ClaimMissing } from '@/features/claim/ClaimMissing'
import { ClaimProgress } from '@/features/claim/ClaimProgress'
import { ClaimStateTag } from '@/features/claim/ClaimStateTag'
import { Receipts } from '@/features/claim/Receipts'
import { claimText } from '@/features/claim/text'
import { useText } from '@/i18n/use-text'
import { routes, useParams } from '@/lib/routes'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'

export default function DeskClaimPage() {
  const { claimId } = useParams(routes.deskClaim)
  return claimId ? <Review claimId={claimId} /> : <ClaimMissing />
}

function Review({ claimId }: { claimId: string }) {
  const t = useText(claimText)
  const review = useRead('getClaim', { params: { claimId } })
  // By round: a question that was put about one is not answered about the next, which nobody has looked at yet.
  const open = review.data && !review.data.own && ['submitted', 'approved'].includes(review.data.claim.state)
  return (
    <Page
      title={t.review}
      isWide
      onRefresh={review.refetch}
      footer={open && review.data && <ClaimDecision key={review.data.round} review={review.data} />}
    >
      <Loaded of={review}>{(data) => <Sides review={data} />}</Loaded>
    </Page>
  )
}

/** On a desktop the receipt stands beside what was written about it. */
function Sides({ review }: { review: ClaimReview }) {
  const t = useText(claimText)
  const { claim, person, round, decidedBy, effect, hints, own } = review
  const isOpen = claim.state === 'submitted' || claim.state === 'approved'
  return (
    <View className={styles.columns}>
      <View className={styles.column}>
        {own && <Notice tone="gold">{t.ownClaim}</Notice>}
        <Card>
          <View className="stack">
            <Cell
              start={<Avatar name={person.name} />}
              title={person.name}
              detail={[person.department, ...(round > 1 ? [t.round(round)] : [])].join(' · ')}
              end={<ClaimStateTag state={claim.state} />}
            />
            <ClaimFacts claim={claim} />
          </View>
        </Card>
        {isOpen && <ClaimEffectCard effect={effect} title={claim.state === 'approved' ? t.refundEffect : t.effectNow} />}
        {hints.length > 0 && <ClaimHints hints={hints} />}
        {claim.state !== 'submitted' && (
          <Section title={t.progress}>
            <Card>
              <ClaimProgress claim={claim} />
              {decidedBy && <View className={styles.words}>{t.decidedBy(decidedBy.name)}</View>}
            </Card>
          </Section>
        )}
      </View>
      <View className={styles.column}>
        <Section title={t.receipts}>
          <Card>
            <Receipts images={claim.images} isLarge />
          </Card>
        </Section>
      </View>
    </View>
  )
}
