import { isSystemAccount, partsOf } from '@yijian/shared/ledger/accounts'
import type { EmployeeAccount, Entry, SystemAccount } from '@yijian/shared/ledger/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { count } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Text, View } from '@/ui/elements'
import { Tappable } from '@/ui/Tappable'
import { amountText } from './amounts'
import { movementsOf } from './movements'
import { ledgerText } from './text'
import styles from './story.module.scss'

interface StoryEntriesProps {
  journalId: string
  entries: readonly Entry[]
}

/** The journal in sentences, from here to there; as it stands in the ledger on request. */
export function StoryEntries({ journalId, entries }: StoryEntriesProps) {
  const t = useText(ledgerText)
  const { language } = useSettings()
  const [isRaw, setRaw] = useState(false)
  const name = (account: string) => {
    const { owner, kind } = partsOf(account)
    if (isSystemAccount(account)) return t.company[kind as SystemAccount]
    return owner.startsWith('fnd_') ? t.fundProject : t.mine[kind as EmployeeAccount]
  }
  return (
    <>
      {movementsOf(entries).map(({ from, to, unit, amount }) => (
        <View key={`${from} ${to}`} className={styles.movement}>
          <View className={styles.path}>
            {name(from)}
            <Text className={styles.arrow}>→</Text>
            {name(to)}
          </View>
          <View className={styles.amount}>{amountText(unit, amount, language, t.points)}</View>
        </View>
      ))}
      <Tappable onTap={() => setRaw(!isRaw)} expanded={isRaw} className={styles.link}>
        {isRaw ? t.hideRaw : t.raw}
      </Tappable>
      {isRaw && (
        <View className={styles.raw}>
          <View>{t.journalNo(journalId)}</View>
          {entries.map(({ account, amount, unit }) => (
            <View key={account} className={styles.rawLine}>
              <View className="grow">{account}</View>
              <View>
                {amount > 0 ? '+' : ''}
                {count(amount)} {unit}
              </View>
            </View>
          ))}
        </View>
      )}
    </>
  )
}
