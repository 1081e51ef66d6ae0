import type { GivingTerms } from '@yijian/shared/giving/shapes'
import { useText } from '@/i18n/use-text'
import { yuan, yuanShort } from '@/lib/format'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextInput } from '@/ui/form/TextInput'
import { quickAmounts, typedFen } from './amount'
import { givingText } from './text'
import type { DonateForm } from './use-donate-form'
import styles from './giving.module.scss'

/** How much: typed in yuan, or by a tap; “all” is the exact figure that was seen. */
export function AmountCard({ terms, form }: { terms: GivingTerms; form: DonateForm }) {
  const t = useText(givingText)
  const { availableFen, maxProjects } = terms
  const choices = [
    ...quickAmounts(availableFen).map((fen) => ({ value: typedFen(fen), words: yuanShort(fen) })),
    { value: typedFen(availableFen), words: t.all },
  ]
  const isWrong = form.typed !== '' && form.totalFen === null
  return (
    <Card>
      <View className={styles.amount}>
        <Field label={t.amount} hint={t.amountHint(maxProjects)} error={isWrong ? t.amountWrong : undefined}>
          <TextInput kind="decimal" isHero sign="¥" value={form.typed} onChange={form.type} maxLength={14} placeholder="0" />
        </Field>
        <View className={styles.available}>{t.available(yuan(availableFen))}</View>
      </View>
      <Chips label={t.quick} tone="give" choices={choices} value={form.typed} onChange={form.type} />
    </Card>
  )
}
