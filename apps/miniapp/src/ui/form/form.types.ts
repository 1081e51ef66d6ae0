import type { Choice } from '../Segmented'

export interface TextInputProps {
  value: string
  onChange: (value: string) => void
  /** whole: digits only; decimal: digits and a point; code: typed codes, without correction. */
  kind?: 'text' | 'whole' | 'decimal' | 'search' | 'code'
  placeholder?: string
  maxLength?: number
  /** Before and after the value: ¥, 分钟. */
  sign?: string
  unit?: string
  /** The key at the lower right of the keyboard, Enter on a desktop. */
  onDone?: () => void
  autoFocus?: boolean
  /** The figure of the screen: large, on a line in the colour of giving. */
  isHero?: boolean
}

export interface TextAreaProps {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  maxLength: number
}

export interface DateInputProps {
  /** `2026-11-20`, or empty. */
  value: string
  onChange: (day: string) => void
  min?: string
  max?: string
}

export interface TimeInputProps {
  /** `14:00`, or empty. */
  value: string
  onChange: (time: string) => void
}

export interface SelectProps<T extends string> {
  choices: readonly Choice<T>[]
  value: T | undefined
  onChange: (value: T) => void
}
