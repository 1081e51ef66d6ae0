import type { Balances } from '@yijian/shared/ledger/shapes'
import { useText } from '@/i18n/use-text'
import { yuan, yuanParts } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { BigNumber } from '@/ui/BigNumber'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { toGive } from './amounts'
import { ledgerText } from './text'
import styles from './ledger.module.scss'

/** What I can give, and what stands beside it. */
export function CreditHero({ balances }: { balances: Balances }) {
  const t = useText(ledgerText)
  const { creditFen, creditHeldFen, creditOwedFen } = balances
  const owed = creditFen > 0 ? t.owedOf(yuan(creditOwedFen), yuan(creditFen)) : t.owed(yuan(creditOwedFen))
  return (
    <Card tone="warm">
      <View className={styles.warmLabel}>{t.balance}</View>
      <BigNumber size="xl" tone="inherit" {...yuanParts(toGive(balances))} />
      {creditHeldFen > 0 && <View className={styles.warmLabel}>{t.held(yuan(creditHeldFen))}</View>}
      {creditOwedFen > 0 && <View className={styles.warmLabel}>{owed}</View>}
      <View className={styles.warmNote}>{t.balanceNote}</View>
      <View className={styles.actions}>
        <Button id="donate" kind="give" className={styles.action} onTap={() => go(routes.donate, {})}>
          {t.donate}
        </Button>
      </View>
    </Card>
  )
}
