import type { Donation } from '@yijian/shared/giving/shapes'
import { api } from '@/api/client'
import { problemWords, toldOf } from '@/api/problems'
import { useAction } from '@/api/use-action'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment, yuan, yuanParts, yuanShort } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { vibrate } from '@/platform/haptic'
import { BigNumber } from '@/ui/BigNumber'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Sheet } from '@/ui/Sheet'
import { givingText } from './text'
import type { ChosenFund } from './use-donate-form'
import styles from './giving.module.scss'

interface ConfirmDonationProps {
  totalFen: number
  chosen: readonly ChosenFund[]
  onDone: (donation: Donation) => void
  onClose: () => void
}

/** The last look before giving: the server's own split, the balance behind it, and until when it can be undone. */
export function ConfirmDonation({ totalFen, chosen, onDone, onClose }: ConfirmDonationProps) {
  const t = useText(givingText)
  const { language } = useSettings()
  const parts = chosen.map(({ fundProjectId, weight }) => `${fundProjectId}:${weight}`).join(',')
  const giving = useAction((body: Parameters<typeof api.createDonation>[0]['body'], options) => api.createDonation({ body }, options), {
    changes: ['getGivingTerms', 'getMyBalances', 'getHome', 'listMyStatement', 'listMyDonations'],
    onDone: (donation) => {
      vibrate('success')
      onDone(donation)
    },
    // The balance or a project changed meanwhile: what stands on the page behind is asked for anew.
    onRefused: () => {
      vibrate('failure')
      void preview.refetch()
    },
  })
  // Once given, asking what would be given again could only be refused.
  const preview = useRead('previewDonation', { query: { totalFen: String(totalFen), parts } }, { enabled: giving.output === undefined })
  const refused = giving.error && problemWords(giving.error, language)
  const confirm = (
    <Button kind="give" busy={giving.isBusy} onTap={() => giving.start({ totalFen, parts: [...chosen] })}>
      {t.confirm(yuanShort(totalFen))}
    </Button>
  )
  return (
    <Sheet isOpen title={t.confirmTitle} onClose={onClose} footer={preview.data && !preview.error ? confirm : undefined}>
      <View className="stack">
        <View className={styles.confirmHero}>
          <BigNumber size="xl" tone="inherit" {...yuanParts(totalFen)} />
        </View>
        {refused && (
          <Notice tone="danger" icon="alert">
            {toldOf(refused, language)}
          </Notice>
        )}
        <Loaded of={{ ...preview, data: preview.error ? undefined : preview.data }}>
          {({ parts: split, availableFen, availableAfterFen, undoUntil, coolingMinutes }) => (
            <>
              <View className={styles.box}>
                {split.map(({ fundProject, amountFen }) => (
                  <View key={fundProject.id} className="between">
                    <View className="t-body">{fundProject.name}</View>
                    <View className={styles.figure}>{yuan(amountFen)}</View>
                  </View>
                ))}
              </View>
              <View className="t-small">{t.balanceAfter(yuan(availableFen), yuan(availableAfterFen))}</View>
              <Notice tone="gold" icon="clock">
                {coolingMinutes === 0 ? t.atOnce : t.undoUntil(moment(undoUntil, deviceNow(), language))}
              </Notice>
              <View className="t-small">{t.neverCash}</View>
            </>
          )}
        </Loaded>
      </View>
    </Sheet>
  )
}
