import type { FundProjectDraft } from '@yijian/shared/fund/shapes'
import { fields } from '@yijian/shared/project/shapes'
import { useState } from 'react'
import { fieldError } from '@/api/problems'
import { ImagePicker } from '@/features/file/ImagePicker'
import { useUploads } from '@/features/file/use-uploads'
import { fieldText } from '@/features/project/field-text'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Field } from '@/ui/form/Field'
import { Fields } from '@/ui/form/Fields'
import { Select } from '@/ui/form/pickers'
import { TextArea } from '@/ui/form/TextArea'
import { TextInput } from '@/ui/form/TextInput'
import { Notice } from '@/ui/Notice'
import { Section } from '@/ui/Section'
import type { FundFormValues } from './fund-form'
import { draftOf } from './fund-form'
import { fundDeskText } from './text'

interface FundFormProps {
  initial: FundFormValues
  cover: Parameters<typeof useUploads>[0]['initial']
  /** Once checked, the charity stays as it is. */
  isCharityLocked: boolean
  busy: boolean
  error: unknown
  onSave: (draft: FundProjectDraft) => void
}

/** What a fund project is about and who receives the money; the same form begins one and changes one. */
export function FundForm({ initial, cover, isCharityLocked, busy, error, onSave }: FundFormProps) {
  const t = useText(fundDeskText)
  const [values, setValues] = useState(initial)
  const uploads = useUploads({ purpose: 'cover', max: 1, initial: cover })
  const set =
    <K extends keyof FundFormValues>(name: K) =>
    (value: FundFormValues[K]) =>
      setValues((before) => ({ ...before, [name]: value }))
  const draft = draftOf(values, uploads.ids[0] ?? null)
  const missing = uploads.isSending ? t.form.uploading : draft ? undefined : t.form.incomplete
  return (
    <>
      <Section title={t.form.aboutProject}>
        <Card>
          <Fields>
            <ProjectFields values={values} set={set} error={error} />
            <Field label={t.form.cover} isOptional isWide>
              <ImagePicker uploads={uploads} />
            </Field>
          </Fields>
        </Card>
      </Section>
      <Section title={t.form.aboutCharity}>
        {isCharityLocked ? (
          <Notice tone="info" icon="lock">
            {t.form.locked}
          </Notice>
        ) : (
          <Card>
            <Fields>
              <CharityFields values={values} set={set} error={error} />
            </Fields>
          </Card>
        )}
      </Section>
      {Boolean(error) && <ErrorState error={error} />}
      <BottomBar>
        <Button id="save-fund" busy={busy} disabledReason={missing} onTap={() => draft && onSave(draft)}>
          {t.save}
        </Button>
      </BottomBar>
    </>
  )
}

interface FieldsProps {
  values: FundFormValues
  set: <K extends keyof FundFormValues>(name: K) => (value: FundFormValues[K]) => void
  error: unknown
}

function useWrong(error: unknown) {
  const { language } = useSettings()
  return (name: keyof FundProjectDraft) => fieldError(error, `body.${name}`, language)
}

function ProjectFields({ values, set, error }: FieldsProps) {
  const { form } = useText(fundDeskText)
  const words = useText(fieldText)
  const wrong = useWrong(error)
  return (
    <>
      <Field label={form.name} isWide error={wrong('name')}>
        <TextInput value={values.name} onChange={set('name')} maxLength={60} />
      </Field>
      <Field label={form.summary} isWide error={wrong('summary')}>
        <TextInput value={values.summary} onChange={set('summary')} maxLength={80} />
      </Field>
      <Field label={form.field} error={wrong('field')}>
        <Select choices={fields.map((value) => ({ value, words: words[value] }))} value={values.field} onChange={set('field')} />
      </Field>
      <Field label={form.city} hint={form.cityHint} isOptional error={wrong('city')}>
        <TextInput value={values.city} onChange={set('city')} maxLength={32} />
      </Field>
      <Field label={form.effect} hint={form.effectHint} isWide error={wrong('effect')}>
        <TextInput value={values.effect} onChange={set('effect')} maxLength={60} />
      </Field>
      <Field label={form.story} hint={form.storyHint} isWide error={wrong('story')}>
        <TextArea value={values.story} onChange={set('story')} maxLength={4000} />
      </Field>
      <Field label={form.target} hint={form.targetHint} isOptional error={wrong('targetFen')}>
        <TextInput kind="decimal" sign="¥" value={values.target} onChange={set('target')} maxLength={11} />
      </Field>
      <Field label={form.reportEvery} hint={form.reportEveryHint} error={wrong('reportEveryDays')}>
        <TextInput kind="whole" unit={form.reportEveryUnit} value={values.reportEvery} onChange={set('reportEvery')} maxLength={3} />
      </Field>
    </>
  )
}

function CharityFields({ values, set, error }: FieldsProps) {
  const { form } = useText(fundDeskText)
  const wrong = useWrong(error)
  return (
    <>
      <Field label={form.charity} hint={form.charityHint} error={wrong('charity')}>
        <TextInput value={values.charity} onChange={set('charity')} maxLength={80} />
      </Field>
      <Field label={form.code} isOptional error={wrong('charityCode')}>
        <TextInput kind="code" value={values.charityCode} onChange={set('charityCode')} maxLength={18} />
      </Field>
      <Field label={form.account} hint={form.accountHint} isOptional isWide error={wrong('charityAccount')}>
        <TextInput value={values.charityAccount} onChange={set('charityAccount')} maxLength={120} />
      </Field>
    </>
  )
}
