import type { DonationReceipt } from '@yijian/shared/giving/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { problemWords } from '@/api/problems'
import { useAction } from '@/api/use-action'
import { useRead } from '@/api/use-read'
import { DonationPayouts } from '@/features/payout/DonationPayouts'
import { useText } from '@/i18n/use-text'
import { yuan } from '@/lib/format'
import { replaceWith, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { vibrate } from '@/platform/haptic'
import { toast } from '@/platform/toast'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { DonationFacts } from './DonationFacts'
import { DonationHero } from './DonationHero'
import { givingText } from './text'
import { useCooling } from './use-cooling'

const SOON_MS = 3000
const idle = { asOf: '1970-01-01T00:00:00.000Z', donation: { heldAt: '1970-01-01T00:00:00.000Z', coolsAt: '1970-01-01T00:00:00.000Z' } }

/** A donation while it can be undone, and what became of it. */
export function Receipt({ donationId }: { donationId: string }) {
  const t = useText(givingText)
  const [isSettling, setSettling] = useState(false)
  const receipt = useRead('getMyDonation', { params: { donationId } }, { refetchEveryMs: isSettling ? SOON_MS : undefined })
  const cooling = useCooling(receipt.data ?? idle)
  const isHeld = receipt.data?.donation.state === 'held'
  // From the end of the cooling time on it settles by itself: asked for until it has.
  const due = isHeld && cooling.secondsLeft === 0
  if (due !== isSettling) setSettling(due)
  const canUndo = isHeld && cooling.secondsLeft > 0
  return (
    <Page
      title={t.receipt}
      onRefresh={() => receipt.refetch()}
      footer={receipt.data && <ReceiptBar receipt={receipt.data} canUndo={canUndo} />}
    >
      <Loaded of={receipt}>
        {(known) => (
          <>
            <DonationHero receipt={known} cooling={cooling} />
            {known.donation.state === 'settled' && <DonationPayouts donation={known.donation} />}
            <DonationFacts receipt={known} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function ReceiptBar({ receipt, canUndo }: { receipt: DonationReceipt; canUndo: boolean }) {
  const t = useText(givingText)
  const { language } = useSettings()
  const [asking, setAsking] = useState(false)
  const { id, totalFen } = receipt.donation
  const undo = useAction((donationId: string, options) => api.cancelDonation({ params: { donationId } }, options), {
    changes: ['getMyDonation', 'listMyDonations', 'getGivingTerms', 'getMyBalances', 'getHome', 'listMyStatement'],
    onDone: () => {
      setAsking(false)
      vibrate('success')
      toast(t.undone)
    },
    onRefused: (error) => {
      setAsking(false)
      vibrate('failure')
      const { title, detail } = problemWords(error, language)
      toast(`${title}${language === 'zh' ? '：' : '. '}${detail}`)
    },
  })
  return (
    <>
      <BottomBar>
        {canUndo && (
          <Button id="undo" kind="plain" onTap={() => setAsking(true)}>
            {t.undo}
          </Button>
        )}
        {!canUndo && (
          <Button kind="give" onTap={() => replaceWith(routes.donate, {})}>
            {t.giveAgain}
          </Button>
        )}
      </BottomBar>
      <Dialog
        isOpen={asking}
        title={t.undoTitle}
        detail={t.undoDetail(yuan(totalFen))}
        confirm={t.undoYes}
        cancel={t.keep}
        kind="danger"
        busy={undo.isBusy}
        onConfirm={() => undo.start(id)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
