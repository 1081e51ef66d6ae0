import { createContext, useContext } from 'react'

interface FieldFacts {
  id: string
  label: string
  /** Ids of the hint or the error below the control. */
  describedBy: string | undefined
  isInvalid: boolean
}

export const FieldContext = createContext<FieldFacts | undefined>(undefined)

/** What the surrounding Field says about a control. */
export function useField(): FieldFacts {
  const field = useContext(FieldContext)
  if (!field) throw new Error('a control stands outside a Field, so it would have no name')
  return field
}
