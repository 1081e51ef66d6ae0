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
import { replaceWith, routes, useParams } from '@/lib/routes'
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
  const submit = useSend((body, options) => api.submitClaim({ body }, options))
  return (
    <Page title={t.add}>
      <ClaimForm
        initial={emptyClaim(shanghaiDay(deviceNow()))}
        images={[]}
        action={t.submit}
        busy={submit.isBusy}
        error={submit.error}
        onSend={submit.start}
      />
    </Page>
  )
}

function CorrectClaim({ claimId }: { claimId: string }) {
  const t = useText(claimText)
  const claim = useRead('getMyClaim', { params: { claimId } })
  const resubmit = useSend((body, options) => api.resubmitClaim({ params: { claimId }, body }, options))
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
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** What was sent opens in place of the form, so that going back does not return to it. */
function useSend(run: (input: ClaimInput, options: { key?: string }) => Promise<{ id: string }>) {
  const t = useText(claimText)
  return useAction(run, {
    changes,
    onDone: ({ id: claimId }) => {
      toast(t.sent)
      replaceWith(routes.claim, { claimId })
    },
  })
}
