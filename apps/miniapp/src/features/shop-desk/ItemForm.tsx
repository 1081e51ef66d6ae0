import type { ImageView } from '@yijian/shared/file/shapes'
import { type CreateShopItemInput, type ShopItem, itemCategories } from '@yijian/shared/points/shapes'
import { useState } from 'react'
import { fieldError } from '@/api/problems'
import { ImagePicker } from '@/features/file/ImagePicker'
import { useUploads } from '@/features/file/use-uploads'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Field } from '@/ui/form/Field'
import { Fields } from '@/ui/form/Fields'
import { DateInput, Select } from '@/ui/form/pickers'
import { TextArea } from '@/ui/form/TextArea'
import { TextInput } from '@/ui/form/TextInput'
import { shopDeskText } from './text'
import { wholeNumber, wholeOrNull } from '@/lib/whole-number'

export interface ItemValues {
  name: string
  description: string
  category: ShopItem['category'] | undefined
  price: string
  /** Undefined where the stock is changed apart. */
  stock: string | undefined
  perPerson: string
  fromOn: string
  untilOn: string
}

interface ItemFormProps {
  initial: ItemValues
  /** The one there is. */
  picture: readonly ImageView[]
  save: string
  busy: boolean
  error: unknown
  onSave: (draft: CreateShopItemInput) => void
}

/** What an item is and what it costs; the same form offers one and changes one. */
export function ItemForm({ initial, picture, save, busy, error, onSave }: ItemFormProps) {
  const { form: t, categories } = useText(shopDeskText)
  const { language } = useSettings()
  const [values, setValues] = useState(initial)
  const uploads = useUploads({ purpose: 'item', max: 1, initial: picture })
  const set =
    <K extends keyof ItemValues>(name: K) =>
    (value: ItemValues[K]) =>
      setValues((before) => ({ ...before, [name]: value }))
  const wrong = (name: string) => fieldError(error, `body.${name}`, language)
  const complete = completeItem(values)
  const draft = complete && !uploads.isSending && !uploads.hasFailed ? { ...complete, pictureId: uploads.ids[0] ?? null } : undefined
  const missing = complete === undefined ? t.incomplete : uploads.isSending ? t.pictureSending : t.pictureFailed
  return (
    <>
      <Card>
        <Fields>
          <Field label={t.name} isWide error={wrong('name')}>
            <TextInput value={values.name} onChange={set('name')} maxLength={40} />
          </Field>
          <Field label={t.description} hint={t.descriptionHint} isWide error={wrong('description')}>
            <TextArea value={values.description} onChange={set('description')} maxLength={600} />
          </Field>
          <Field label={t.picture} hint={t.pictureHint} isOptional isWide>
            <ImagePicker uploads={uploads} />
          </Field>
          <Field label={t.category}>
            <Select
              choices={itemCategories.map((value) => ({ value, words: categories[value] }))}
              value={values.category}
              onChange={set('category')}
            />
          </Field>
          <Field label={t.price} error={wrong('pricePoints')}>
            <TextInput kind="whole" value={values.price} onChange={set('price')} maxLength={7} unit={t.points} />
          </Field>
          {values.stock !== undefined && (
            <Field label={t.stock}>
              <TextInput kind="whole" value={values.stock} onChange={set('stock')} maxLength={7} unit={t.pieces} />
            </Field>
          )}
          <Field label={t.perPerson} hint={t.perPersonHint} isOptional isWide={values.stock === undefined}>
            <TextInput kind="whole" value={values.perPerson} onChange={set('perPerson')} maxLength={3} unit={t.pieces} />
          </Field>
          <Field label={t.from}>
            <DateInput value={values.fromOn} onChange={set('fromOn')} />
          </Field>
          <Field label={t.until} hint={t.untilHint} isOptional>
            <DateInput value={values.untilOn} onChange={set('untilOn')} min={values.fromOn} />
          </Field>
        </Fields>
      </Card>
      {Boolean(error) && <ErrorState error={error} />}
      <BottomBar>
        <Button id="save-item" busy={busy} disabledReason={draft ? undefined : missing} onTap={() => draft && onSave(draft)}>
          {save}
        </Button>
      </BottomBar>
    </>
  )
}

function completeItem({ name, description, category, fromOn, untilOn, ...typed }: ItemValues): CreateShopItemInput | undefined {
  const [title, words] = [name.trim(), description.trim()]
  const pricePoints = wholeNumber(typed.price, 1, 1_000_000)
  const stock = typed.stock === undefined ? 0 : wholeNumber(typed.stock, 0, 1_000_000)
  const perPerson = wholeOrNull(typed.perPerson, 1, 100)
  if (!title || !words || !category || !fromOn) return undefined
  if (pricePoints === undefined || stock === undefined || perPerson === undefined) return undefined
  return { name: title, description: words, category, pricePoints, stock, perPerson, fromOn, untilOn: untilOn === '' ? null : untilOn }
}
