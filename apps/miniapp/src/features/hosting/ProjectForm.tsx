import { fields } from '@yijian/shared/project/shapes'
import type { ProjectDraft } from '@yijian/shared/project/shapes'
import { useState } from 'react'
import { fieldError } from '@/api/problems'
import { useRead } from '@/api/use-read'
import { fieldText } from '@/features/project/field-text'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { Select } from '@/ui/form/pickers'
import { TextArea } from '@/ui/form/TextArea'
import { TextInput } from '@/ui/form/TextInput'
import { ErrorState } from '@/ui/ErrorState'
import { hostingText } from './text'

export type ProjectFormValues = Omit<ProjectDraft, 'field' | 'branchId'> & {
  field: ProjectDraft['field'] | undefined
  branchId: string | undefined
}

export const emptyProject: ProjectFormValues = { title: '', field: undefined, branchId: undefined, city: null, story: '', organiser: '' }

interface ProjectFormProps {
  initial: ProjectFormValues
  action: string
  busy: boolean
  error: unknown
  onSave: (draft: ProjectDraft) => void
}

/** What a project is about; the same form begins one and changes one. */
export function ProjectForm({ initial, action, busy, error, onSave }: ProjectFormProps) {
  const t = useText(hostingText)
  const words = useText(fieldText)
  const { language } = useSettings()
  const branches = useRead('listBranches', { query: { limit: 100 } })
  const [values, setValues] = useState(initial)
  const set =
    <K extends keyof ProjectFormValues>(name: K) =>
    (value: ProjectFormValues[K]) =>
      setValues((before) => ({ ...before, [name]: value }))
  const wrong = (name: keyof ProjectFormValues) => fieldError(error, `body.${name}`, language)
  const draft = completeDraft(values)
  return (
    <>
      {branches.data === undefined && Boolean(branches.error) && (
        <ErrorState error={branches.error} onRetry={() => void branches.refetch()} />
      )}
      <Card>
        <View className="stack">
          <Field label={t.projectForm.title} hint={t.projectForm.titleHint} error={wrong('title')}>
            <TextInput value={values.title} onChange={set('title')} maxLength={60} />
          </Field>
          <Field label={t.projectForm.field} error={wrong('field')}>
            <Select choices={fields.map((value) => ({ value, words: words[value] }))} value={values.field} onChange={set('field')} />
          </Field>
          <Field label={t.projectForm.branch} hint={t.projectForm.branchHint} error={wrong('branchId')}>
            <Select
              choices={(branches.data?.items ?? []).map(({ id, name }) => ({ value: id, words: name }))}
              value={values.branchId}
              onChange={set('branchId')}
            />
          </Field>
          <Field label={t.projectForm.city} hint={t.projectForm.cityHint} isOptional error={wrong('city')}>
            <TextInput value={values.city ?? ''} onChange={set('city')} maxLength={32} />
          </Field>
          <Field label={t.projectForm.organiser} error={wrong('organiser')}>
            <TextInput value={values.organiser} onChange={set('organiser')} maxLength={60} />
          </Field>
          <Field label={t.projectForm.story} hint={t.projectForm.storyHint} error={wrong('story')}>
            <TextArea value={values.story} onChange={set('story')} maxLength={4000} />
          </Field>
        </View>
      </Card>
      {Boolean(error) && <ErrorState error={error} />}
      <BottomBar>
        <Button
          id="save-project"
          busy={busy}
          disabledReason={draft ? undefined : t.projectForm.incomplete}
          onTap={() => draft && onSave(draft)}
        >
          {action}
        </Button>
      </BottomBar>
    </>
  )
}

function completeDraft({ title, field, branchId, city, story, organiser }: ProjectFormValues): ProjectDraft | undefined {
  const [name, tale, who, where] = [title.trim(), story.trim(), organiser.trim(), city?.trim() ?? '']
  if (name.length < 2 || !tale || !who || !field || !branchId) return undefined
  return { title: name, field, branchId, city: where === '' ? null : where, story: tale, organiser: who }
}
