import type { ClaimLine } from '@yijian/shared/claim/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, yuan } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import styles from './claim.module.scss'
import { ClaimStateTag } from './ClaimStateTag'
import { claimText } from './text'

/** One claim of mine in the list: what was given, how far it is, what it brought. */
export function ClaimRow({ claim }: { claim: ClaimLine }) {
  const t = useText(claimText)
  const { language } = useSettings()
  const { id: claimId, platform, platformName, giftOn, amountFen, creditFen, state } = claim
  const day = dayText(startOfShanghaiDay(giftOn), deviceNow(), language)
  const brought = state === 'approved' && creditFen !== null && creditFen > 0 ? t.brought(yuan(creditFen)) : undefined
  return (
    <Cell
      icon="document"
      tone="give"
      title={platformName ?? t.platforms[platform]}
      detail={[day, brought].filter(Boolean).join(' · ')}
      end={
        <View className={styles.end}>
          <View className={styles.figure}>{yuan(amountFen)}</View>
          <ClaimStateTag state={state} creditFen={creditFen} />
        </View>
      }
      onTap={() => go(routes.claim, { claimId })}
    />
  )
}
