import type { Claim } from '@yijian/shared/claim/shapes'
import { StoryStep } from '@/features/ledger/StoryStep'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment, yuan } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import styles from './claim.module.scss'
import { claimStateWords } from './ClaimStateTag'
import { claimText } from './text'

/** How far a claim is, and what was said about it. */
export function ClaimProgress({ claim }: { claim: Claim }) {
  const t = useText(claimText)
  const { language } = useSettings()
  const at = (instant: string | null) => (instant === null ? [] : [moment(instant, deviceNow(), language)])
  const { state, refundFen, owedFen } = claim
  return (
    <View>
      <StoryStep icon="upload" title={t.step.submitted}>
        <Lines lines={at(claim.submittedAt)} />
      </StoryStep>
      <StoryStep
        icon={icons[decidedState(claim)]}
        title={state === 'submitted' ? t.step.deciding : claimStateWords({ ...claim, state: decidedState(claim) }, t)}
      >
        <Lines
          lines={[...at(claim.decidedAt), outcome(claim, t), ...kept(claim, t), ...(claim.reason === null ? [] : [t.reason(claim.reason)])]}
        />
      </StoryStep>
      {state === 'refunded' && (
        <StoryStep icon="history" title={t.step.refunded}>
          <Lines
            lines={[
              ...at(claim.refundedAt),
              t.refunded(yuan(refundFen ?? 0)),
              ...((owedFen ?? 0) > 0 ? [t.refundedOwed(yuan(owedFen ?? 0))] : []),
              ...(claim.refundReason === null ? [] : [t.reason(claim.refundReason)]),
            ]}
          />
        </StoryStep>
      )}
    </View>
  )
}

const icons = { submitted: 'clock', returned: 'edit', rejected: 'close', approved: 'check' } as const

/** What the gift left over, or used of what earlier ones had left. */
function kept({ carriedFen, creditFen, amountFen }: Claim, t: (typeof claimText)['zh']): string[] {
  if (carriedFen === null || carriedFen === 0) return []
  if (carriedFen < 0) return [t.keptUsed(yuan(-carriedFen))]
  return creditFen === 0 && carriedFen === amountFen ? [] : [t.kept(yuan(carriedFen))]
}

/** Before the money came back it had been approved. */
function decidedState({ state }: Claim) {
  return state === 'refunded' ? 'approved' : state
}

function outcome(claim: Claim, t: (typeof claimText)['zh']): string {
  const { creditFen } = claim
  switch (decidedState(claim)) {
    case 'submitted':
      return t.waiting
    case 'returned':
      return t.returned
    case 'rejected':
      return t.rejected
    default:
      return creditFen === null || creditFen === 0 ? t.approvedCarry : t.approved(yuan(creditFen))
  }
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <View key={line} className={styles.words}>
          {line}
        </View>
      ))}
    </>
  )
}
