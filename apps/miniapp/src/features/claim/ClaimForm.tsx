import type { ClaimInput } from '@yijian/shared/claim/shapes'
import { MAX_RECEIPTS, claimPlatforms } from '@yijian/shared/claim/shapes'
import type { ImageView } from '@yijian/shared/file/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { fieldError, problemCode, problemWords, toldOf } from '@/api/problems'
import { useRead } from '@/api/use-read'
import { ImagePicker } from '@/features/file/ImagePicker'
import { fileText } from '@/features/file/text'
import { useUploads } from '@/features/file/use-uploads'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { useSettings } from '@/lib/settings'
import { toast } from '@/platform/toast'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { Fields } from '@/ui/form/Fields'
import { DateInput, Select } from '@/ui/form/pickers'
import { TextInput } from '@/ui/form/TextInput'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import { amountOf, claimInputOf, refusedPart, unclearIn } from './claim-form'
import type { ClaimFormValues } from './claim-form'
import { ClaimEffectCard } from './ClaimEffectCard'
import { claimText } from './text'

interface ClaimFormProps {
  initial: ClaimFormValues
  images: readonly ImageView[]
  action: string
  busy: boolean
  error: unknown
  onSend: (input: ClaimInput) => void
  /** What was refused is being changed. */
  onChange: () => void
}

/** What was given, where and when, with its receipt; says before sending what it will bring. */
export function ClaimForm({ initial, images, action, busy, error, onSend, onChange }: ClaimFormProps) {
  const t = useText(claimText)
  const f = useText(fileText)
  const { language } = useSettings()
  const [values, setValues] = useState(initial)
  const uploads = useUploads({ purpose: 'receipt', max: MAX_RECEIPTS, initial: images, onPickFailed: () => toast(f.pickFailed) })
  const input = claimInputOf(values, uploads.ids, shanghaiDay(deviceNow()))
  const unclear = unclearIn(values)
  const missing = unclear === undefined ? t.incomplete : t.unclear[unclear]
  const lacking = uploads.isSending ? t.uploading : uploads.hasFailed ? t.failed : input ? undefined : missing
  const refused = error ? toldOf(problemWords(error, language), language) : undefined
  const isOfReceipts = refusedPart(problemCode(error)) === 'receipts'
  return (
    <>
      <GiftFields
        values={values}
        error={error}
        onChange={(change) => {
          setValues((before) => ({ ...before, ...change }))
          onChange()
        }}
      />
      <Section title={t.receipts}>
        <Card>
          <View className="stack">
            <ImagePicker uploads={uploads} />
            {isOfReceipts ? <Notice tone="danger">{problemWords(error, language).detail}</Notice> : null}
            <View className="t-small">{t.receiptsHint}</View>
          </View>
        </Card>
      </Section>
      <Expected values={values} />
      <BottomBar note={t.submitNote} alert={refused}>
        <Button id="send-claim" busy={busy} disabledReason={lacking} onTap={() => input && onSend(input)}>
          {action}
        </Button>
      </BottomBar>
    </>
  )
}

interface GiftFieldsProps {
  values: ClaimFormValues
  error: unknown
  onChange: (change: Partial<ClaimFormValues>) => void
}

function GiftFields({ values, error, onChange }: GiftFieldsProps) {
  const t = useText(claimText)
  const { language } = useSettings()
  const refusedHere = refusedPart(problemCode(error))
  const wrong = (name: string) =>
    fieldError(error, `body.${name}`, language) ?? (refusedHere === name ? problemWords(error, language).detail : undefined)
  const platforms = claimPlatforms.map((value) => ({ value, words: t.platforms[value] }))
  return (
    <Card>
      <Fields>
        <Field label={t.platform} error={wrong('platform')}>
          <Select choices={platforms} value={values.platform} onChange={(platform) => onChange({ platform })} />
        </Field>
        {values.platform === 'other' && (
          <Field label={t.platformName} error={wrong('platformName')}>
            <TextInput value={values.platformName} onChange={(platformName) => onChange({ platformName })} maxLength={40} />
          </Field>
        )}
        <Field label={t.amount} hint={t.amountHint} error={wrong('amountFen')}>
          <TextInput kind="decimal" sign="¥" value={values.amount} onChange={(amount) => onChange({ amount })} maxLength={12} />
        </Field>
        <Field label={t.giftOn} error={wrong('giftOn')}>
          <DateInput value={values.giftOn} max={shanghaiDay(deviceNow())} onChange={(giftOn) => onChange({ giftOn })} />
        </Field>
        <Field label={t.order} hint={t.orderHint} isWide={values.platform === 'other'} error={wrong('orderNo')}>
          <TextInput kind="code" value={values.orderNo} onChange={(orderNo) => onChange({ orderNo })} maxLength={64} />
        </Field>
      </Fields>
    </Card>
  )
}

/** Nothing is said before there is an amount and a day. */
function Expected({ values }: { values: ClaimFormValues }) {
  const t = useText(claimText)
  const amountFen = amountOf(values)
  const isKnown = amountFen !== undefined && values.giftOn !== ''
  const preview = useRead('previewClaim', { query: { amountFen: amountFen ?? 1, giftOn: values.giftOn } }, { enabled: isKnown })
  return isKnown && preview.data ? <ClaimEffectCard effect={preview.data} title={t.effect} /> : null
}
