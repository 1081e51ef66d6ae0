import type { ClaimReview } from '@yijian/shared/claim/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { yuan } from '@/lib/format'
import { goBack } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { claimText } from './text'

const changes = ['listClaims', 'getClaim', 'listToDos'] as const
type Reasoned = 'return' | 'reject' | 'refund'

/** Approve, return or reject what waits; record a refund of what is approved. */
export function ClaimDecision({ review: { claim, person, round, effect } }: { review: ClaimReview }) {
  const t = useText(claimText)
  const [asking, setAsking] = useState<'approve' | Reasoned>()
  const params = { claimId: claim.id }
  const close = () => setAsking(undefined)
  const onDone = () => {
    close()
    goBack()
  }
  const approve = useToldAction((round: number, options) => api.approveClaim({ params, body: { round } }, options), {
    changes,
    done: t.done.approve,
    onDone,
  })
  const told = (deed: Reasoned) => ({ changes, done: t.done[deed], onDone })
  const deeds = {
    return: useToldAction((reason: string, options) => api.returnClaim({ params, body: { reason, round } }, options), told('return')),
    reject: useToldAction((reason: string, options) => api.rejectClaim({ params, body: { reason, round } }, options), told('reject')),
    refund: useToldAction((reason: string, options) => api.refundClaim({ params, body: { reason } }, options), told('refund')),
  }
  const details: Record<Reasoned, string> = { return: t.returnDetail, reject: t.rejectDetail, refund: t.refundDetail }
  const reasoned = asking === undefined || asking === 'approve' ? undefined : asking
  return (
    <>
      <BottomBar>
        {claim.state === 'approved' ? (
          <Button id="refund-claim" kind="danger" onTap={() => setAsking('refund')}>
            {t.refund}
          </Button>
        ) : (
          <>
            <Button id="reject-claim" kind="plain" onTap={() => setAsking('reject')}>
              {t.reject}
            </Button>
            <Button id="return-claim" kind="soft" onTap={() => setAsking('return')}>
              {t.return}
            </Button>
            <Button id="approve-claim" onTap={() => setAsking('approve')}>
              {t.approve}
            </Button>
          </>
        )}
      </BottomBar>
      <Dialog
        isOpen={asking === 'approve'}
        title={t.approveTitle}
        detail={effect.matchFen > 0 ? t.approveDetail(person.name, yuan(effect.matchFen)) : t.approveCarry(person.name)}
        confirm={t.approve}
        busy={approve.isBusy}
        onConfirm={() => approve.start(round)}
        onClose={close}
      />
      {reasoned && (
        <ReasonDialog
          isOpen
          title={t[reasoned]}
          detail={details[reasoned]}
          busy={deeds[reasoned].isBusy}
          onConfirm={deeds[reasoned].start}
          onClose={close}
        />
      )}
    </>
  )
}
