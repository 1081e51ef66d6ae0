import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { contract } from '@yijian/shared/contract'
import type { CallOptions } from '@yijian/shared/http/client'
import { ProblemError } from '@yijian/shared/http/problem'
import { useRef } from 'react'
import { createKey } from './idempotency'
import { isPassing } from './query-client'

interface ActionOptions<Output> {
  /** The reads that this action makes stale, by route name. */
  changes: readonly (keyof typeof contract)[]
  onDone?: (output: Output) => void
  onRefused?: (error: unknown) => void
}

/**
 * Does something once. After a lost answer the same input goes out again with the same key, so that the server
 * can tell a repeat from a second wish; after a clear answer the next try is a new action.
 */
export function useAction<Input, Output>(
  run: (input: Input, options: CallOptions) => Promise<Output>,
  { changes, onDone, onRefused }: ActionOptions<Output>,
) {
  const client = useQueryClient()
  const pending = useRef<{ key: string; input: string }>()
  const underWay = useRef(new Set<string>())

  const readAnew = () => void client.invalidateQueries({ predicate: ({ queryKey }) => changes.some((name) => name === queryKey[0]) })

  const mutation = useMutation({
    mutationFn: async (input: Input) => {
      const written = JSON.stringify(input) ?? ''
      if (pending.current?.input !== written) pending.current = { key: createKey(), input: written }
      try {
        return await run(input, { key: pending.current.key })
      } catch (error) {
        if (!isOpenEnded(error)) pending.current = undefined
        throw error
      }
    },
    onSuccess: (output) => {
      pending.current = undefined
      readAnew()
      onDone?.(output)
    },
    onSettled: (_output, _error, input) => void underWay.current.delete(JSON.stringify(input) ?? ''),
    onError: (error) => {
      // A conflict says that what was shown no longer holds: the person decides again upon what is so now.
      if (error instanceof ProblemError && error.reply.status === 409) readAnew()
      onRefused?.(error)
    },
  })

  // Two taps come faster than a button can be drawn busy: the second is no wish of its own, and must not be answered twice.
  const start = (input: Input) => {
    const written = JSON.stringify(input) ?? ''
    if (underWay.current.has(written)) return
    underWay.current.add(written)
    mutation.mutate(input)
  }

  return {
    start,
    isBusy: mutation.isPending,
    error: mutation.error,
    output: mutation.data,
    reset: mutation.reset,
  }
}

/** The server may have done it all the same. */
function isOpenEnded(error: unknown): boolean {
  return isPassing(error) || (error instanceof ProblemError && error.code === 'outcome-unknown')
}
