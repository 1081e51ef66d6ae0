import type { ShopItem } from '@yijian/shared/points/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextInput } from '@/ui/form/TextInput'
import { Sheet } from '@/ui/Sheet'
import { shopDeskText } from './text'
import { wholeNumber } from '@/lib/whole-number'

interface StockSheetProps {
  item: ShopItem
  onClose: () => void
}

/** More or fewer of an item, with a reason that stays. */
export function StockSheet({ item, onClose }: StockSheetProps) {
  const t = useText(shopDeskText)
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const change = wholeNumber(typed, -1_000_000, 1_000_000)
  const save = useToldAction(
    (body: { change: number; reason: string }, options) => api.changeStock({ params: { shopItemId: item.id }, body }, options),
    { changes: ['listShopStock', 'getShopItem', 'listStockChanges', 'listShopItems'], done: t.stockSaved, onDone: onClose },
  )
  const given = reason.trim()
  const missing = change === undefined || change === 0 ? t.changeWrong : given ? undefined : t.reasonMissing
  const footer = (
    <Button busy={save.isBusy} disabledReason={missing} onTap={() => change !== undefined && save.start({ change, reason: given })}>
      {t.save}
    </Button>
  )
  return (
    <Sheet isOpen title={t.changeStock} onClose={onClose} footer={footer}>
      <View className="stack">
        <View className="t-body t-muted">{t.stockNow(item.stockLeft)}</View>
        <Field label={t.change} hint={t.changeHint}>
          <TextInput value={typed} onChange={setTyped} maxLength={8} />
        </Field>
        <Field label={t.reason} hint={t.reasonHint}>
          <TextInput value={reason} onChange={setReason} maxLength={200} />
        </Field>
      </View>
    </Sheet>
  )
}
