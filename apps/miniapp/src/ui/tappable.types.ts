import type { ReactNode } from 'react'

export interface TappableProps {
  id?: string
  onTap: () => void
  /** The accessible name, when the content does not say enough. */
  label?: string
  role?: 'button' | 'link' | 'tab' | 'radio' | 'switch' | 'option'
  /** State of a radio, switch or tab. */
  checked?: boolean
  expanded?: boolean
  /** Why it cannot be used now: shown when tapped. There is no way to disable without a reason. */
  disabledReason?: string
  busy?: boolean
  className?: string
  children: ReactNode
}
