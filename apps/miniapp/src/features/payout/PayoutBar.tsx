import { payoutMoves } from '@yijian/shared/payout/rules'
import type { Payout } from '@yijian/shared/payout/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { replaceWith, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Dialog } from '@/ui/Dialog'
import { ReasonDialog } from '@/ui/ReasonDialog'
import { Section } from '@/ui/Section'
import { AskSheet } from './AskSheet'
import { payoutText } from './text'
import type { usePayoutMoves } from './use-payout-moves'

interface StepProps {
  payout: Payout
  moves: ReturnType<typeof usePayoutMoves>
}

const forward = { built: 'approve', approved: 'send', sent: 'confirm' } as const

/** The next step of a batch, at the thumb. */
export function PayoutBar({ payout: { state, ownWork }, moves }: StepProps) {
  const t = useText(payoutText)
  // Asked in one state, it is over in the next; until then what was typed stays.
  const [askedIn, setAskedIn] = useState<Payout['state']>()
  const isAsking = askedIn === state
  if (state === 'confirmed') return null
  if (state === 'bounced' || state === 'cancelled')
    return (
      <BottomBar>
        <Button onTap={() => replaceWith(routes.payouts)}>{t.toList}</Button>
      </BottomBar>
    )
  const next = forward[state]
  const close = () => setAskedIn(undefined)
  const confirm = (typed: string) => {
    if (next === 'approve') moves.approve.start(undefined)
    else moves[next].start(typed)
  }
  const busy = moves[next].isBusy
  return (
    <>
      <BottomBar>
        <Button
          id="next-step"
          busy={busy}
          disabledReason={next === 'approve' && ownWork ? t.ownWork : undefined}
          onTap={() => setAskedIn(state)}
        >
          {t[next]}
        </Button>
      </BottomBar>
      {isAsking && next === 'approve' && (
        <Dialog
          isOpen
          title={t.approve}
          detail={t.approveDetail}
          confirm={t.approve}
          busy={busy}
          onConfirm={() => confirm('')}
          onClose={close}
        />
      )}
      {isAsking && next === 'send' && (
        <AskSheet
          title={t.send}
          detail={t.sendDetail}
          label={t.bankReference}
          missing={t.referenceMissing}
          busy={busy}
          onConfirm={confirm}
          onClose={close}
        />
      )}
      {isAsking && next === 'confirm' && (
        <AskSheet
          isLong
          title={t.confirm}
          detail={t.confirmDetail}
          label={t.note}
          hint={t.noteHint}
          busy={busy}
          onConfirm={confirm}
          onClose={close}
        />
      )}
    </>
  )
}

/** The ways a batch may fail, each with a reason. */
export function FailingSteps({ payout: { state }, moves }: StepProps) {
  const t = useText(payoutText)
  const [asking, setAsking] = useState<'bounce' | 'cancel'>()
  const offered = (['bounce', 'cancel'] as const).filter((move) => (payoutMoves[move].from as readonly string[]).includes(state))
  if (offered.length === 0) return null
  return (
    <Section title={t.more}>
      <Card flush>
        {offered.map((move) => (
          <Cell key={move} icon={move === 'bounce' ? 'swap' : 'close'} tone="danger" title={t[move]} onTap={() => setAsking(move)} />
        ))}
      </Card>
      {asking && offered.includes(asking) && (
        <ReasonDialog
          isOpen
          title={t[asking]}
          detail={t[`${asking}Detail`]}
          busy={moves[asking].isBusy}
          onConfirm={moves[asking].start}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Section>
  )
}
