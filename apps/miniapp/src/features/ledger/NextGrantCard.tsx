import type { NextGrant } from '@yijian/shared/ledger/shapes'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Tappable } from '@/ui/Tappable'
import { NextGrantLine } from './NextGrantLine'
import { ledgerText } from './text'
import styles from './ledger.module.scss'

export function NextGrantCard({ nextGrant }: { nextGrant: NextGrant }) {
  const t = useText(ledgerText)
  return (
    <Card>
      <View className="between">
        <Heading level={2} className="t-strong">
          {t.nextTitle}
        </Heading>
        <Tappable onTap={() => go(routes.policies)} role="link" className={styles.rules}>
          {t.rules}
          <Icon name="forward" size="s" />
        </Tappable>
      </View>
      <NextGrantLine nextGrant={nextGrant} tone="brand" />
    </Card>
  )
}
