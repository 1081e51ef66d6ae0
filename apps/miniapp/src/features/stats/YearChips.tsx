import { useText } from '@/i18n/use-text'
import { Chips } from '@/ui/Chips'
import { statsText } from './text'
import { recentYears } from './years'

interface YearChipsProps {
  label: string
  year: number
  onChange: (year: number) => void
}

export function YearChips({ label, year, onChange }: YearChipsProps) {
  const t = useText(statsText)
  const choices = recentYears().map((each) => ({ value: String(each), words: t.yearWords(each) }))
  return <Chips label={label} choices={choices} value={String(year)} onChange={(value) => onChange(Number(value))} />
}
