import type { CSSProperties, ReactNode, Ref } from 'react'

/** What our boxes understand on both targets; ARIA attributes pass as they are (`aria-role` becomes `role` on h5). */
export interface BoxProps {
  id?: string
  className?: string
  style?: CSSProperties
  children?: ReactNode
  onClick?: (event: { stopPropagation(): void }) => void
  /** Keeps a drag inside, so that the page behind a sheet does not scroll (weapp). */
  catchMove?: boolean
  tabIndex?: number
  ref?: Ref<unknown>
}

export interface HeadingProps {
  level: 1 | 2 | 3
  className?: string
  children: ReactNode
}

export interface LabelProps {
  /** The id of the control it names. */
  for: string
  className?: string
  children: ReactNode
}
