import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState'
import { Skeleton } from './Skeleton'

interface LoadedProps<T> {
  /** What `useRead` gives. */
  of: { data: T | undefined; error: unknown; refetch: () => Promise<unknown> }
  /** The shape of what is coming. */
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** Shows data, the shape of it while it comes, or what went wrong. */
export function Loaded<T>({ of, skeleton, children }: LoadedProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error) return <ErrorState error={of.error} onRetry={() => void of.refetch()} />
  return <>{skeleton ?? <Skeleton count={3} />}</>
}
