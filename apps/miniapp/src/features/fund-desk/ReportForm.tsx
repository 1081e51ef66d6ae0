import type { FundProject, FundReportDraft } from '@yijian/shared/fund/shapes'
import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { ImagePicker } from '@/features/file/ImagePicker'
import { useUploads } from '@/features/file/use-uploads'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { yuanShort } from '@/lib/format'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Field } from '@/ui/form/Field'
import { Fields } from '@/ui/form/Fields'
import { DateInput } from '@/ui/form/pickers'
import { TextArea } from '@/ui/form/TextArea'
import { TextInput } from '@/ui/form/TextInput'
import { fundDeskText } from './text'
import { fenTyped } from './yuan-input'

interface ReportFormProps {
  fund: FundProject
  busy: boolean
  error: unknown
  onPublish: (draft: FundReportDraft) => void
}

const QUARTER_DAYS = 90

/** What the charity reported, to be read by everybody. */
export function ReportForm({ fund: { transparency }, busy, error, onPublish }: ReportFormProps) {
  const t = useText(fundDeskText)
  const today = shanghaiDay(deviceNow())
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [periodFrom, setFrom] = useState(addDays(today, -QUARTER_DAYS))
  const [periodUntil, setUntil] = useState(today)
  const [spent, setSpent] = useState('0')
  const uploads = useUploads({ purpose: 'report', max: 9 })
  const spentFen = fenTyped(spent)
  const isComplete = title.trim().length >= 2 && text.trim() !== '' && periodFrom !== '' && periodUntil !== '' && spentFen !== undefined
  const missing = uploads.isSending ? t.form.uploading : isComplete ? undefined : t.report.incomplete
  const publish = () => {
    if (spentFen === undefined) return
    onPublish({ title: title.trim(), text: text.trim(), periodFrom, periodUntil, spentFen, imageIds: uploads.ids })
  }
  return (
    <>
      <Card>
        <Fields>
          <Field label={t.report.title} hint={t.report.titleHint} isWide>
            <TextInput value={title} onChange={setTitle} maxLength={60} />
          </Field>
          <Field label={t.report.from}>
            <DateInput value={periodFrom} onChange={setFrom} max={today} />
          </Field>
          <Field label={t.report.until}>
            <DateInput value={periodUntil} onChange={setUntil} min={periodFrom} max={today} />
          </Field>
          <Field label={t.report.spent} isWide hint={t.report.spentHint(yuanShort(transparency.paidFen - transparency.spentFen))}>
            <TextInput kind="decimal" sign="¥" value={spent} onChange={setSpent} maxLength={11} />
          </Field>
          <Field label={t.report.text} isWide>
            <TextArea value={text} onChange={setText} maxLength={4000} />
          </Field>
          <Field label={t.report.images} isOptional isWide>
            <ImagePicker uploads={uploads} />
          </Field>
        </Fields>
      </Card>
      {Boolean(error) && <ErrorState error={error} />}
      <BottomBar note={t.report.note}>
        <Button id="publish-report" busy={busy} disabledReason={missing} onTap={publish}>
          {t.newReport}
        </Button>
      </BottomBar>
    </>
  )
}
