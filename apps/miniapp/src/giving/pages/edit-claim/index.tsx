import type { ClaimInput } from '@yijian/shared/claim/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { api } from '@/api/client'
import { useAction } from '@/api/use-action'
import { useRead } from '@/api/use-read'
import { emptyClaim, valuesOf } from '@/features/claim/claim-form'
import { ClaimForm } from '@/features/claim/ClaimForm'
import { claimText } from '@/features/claim/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { backOr, replaceWith, routes, useParams } from '@/lib/routes'
import { vibrate } from '@/platform/haptic'
import { toast } from '@/platform/toast'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'

export default function EditClaimPage() {
  const { claimId } = useParams(routes.editClaim)
  return claimId ? <CorrectClaim claimId={claimId} /> : <NewClaim />
}

const changes = ['listMyClaims', 'getMyClaim'] as const

function NewClaim() {
  const t = useText(claimText)
  // What was sent opens in place of the form, so that going back does not return to it.
  const submit = useSend((body, options) => api.submitClaim({ body }, options), {
    onSent: ({ id: claimId }) => replaceWith(routes.claim, { claimId }),
  })
  return (
    <Page title={t.add}>
      <ClaimForm
        initial={emptyClaim(shanghaiDay(deviceNow()))}
        images={[]}
        action={t.submit}
        busy={submit.isBusy}
        error={submit.error}
        onSend={submit.start}
        onChange={submit.reset}
      />
    </Page>
  )
}

function CorrectClaim({ claimId }: { claimId: string }) {
  const t = useText(claimText)
  const claim = useRead('getMyClaim', { params: { claimId } })
  // The claim it was opened from lies behind the form.
  const resubmit = useSend((body, options) => api.resubmitClaim({ params: { claimId }, body }, options), {
    onSent: () => backOr(routes.claim, { claimId }),
  })
  return (
    <Page title={t.again}>
      <Loaded of={claim}>
        {(claim) => (
          <>
            {claim.reason !== null && (
              <Notice tone="gold" icon="edit">
                {t.reason(claim.reason)}
              </Notice>
            )}
            <ClaimForm
              initial={valuesOf(claim)}
              images={claim.images}
              action={t.again}
              busy={resubmit.isBusy}
              error={resubmit.error}
              onSend={resubmit.start}
              onChange={resubmit.reset}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

interface Sending {
  onSent: (claim: { id: string }) => void
}

function useSend(run: (input: ClaimInput, options: { key?: string }) => Promise<{ id: string }>, { onSent }: Sending) {
  const t = useText(claimText)
  return useAction(run, {
    changes,
    onDone: (claim) => {
      vibrate('success')
      toast(t.sent)
      onSent(claim)
    },
    onRefused: () => vibrate('failure'),
  })
}
