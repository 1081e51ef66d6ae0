import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { Field } from '@/ui/form/Field'
import { Select } from '@/ui/form/pickers'
import { statsText } from './text'

interface ScopePickerProps {
  label: string
  /** Undefined for the company. */
  branchId: string | undefined
  onChange: (branchId: string | undefined) => void
}

const COMPANY = 'company'

/** The company or one of its branches. */
export function ScopePicker({ label, branchId, onChange }: ScopePickerProps) {
  const t = useText(statsText)
  const branches = useRead('listBranches', { query: { limit: 100 } })
  const named = branches.data?.items.map(({ id, name }) => ({ value: id, words: name })) ?? []
  return (
    <Field label={label} error={branches.error ? t.branchesMissing : undefined}>
      <Select
        choices={[{ value: COMPANY, words: t.wholeCompany }, ...named]}
        value={branchId ?? COMPANY}
        onChange={(value) => onChange(value === COMPANY ? undefined : value)}
      />
    </Field>
  )
}
