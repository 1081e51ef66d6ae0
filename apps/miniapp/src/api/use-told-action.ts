import type { contract } from '@yijian/shared/contract'
import type { CallOptions } from '@yijian/shared/http/client'
import { problemWords, toldOf } from '@/api/problems'
import { useAction } from '@/api/use-action'
import { useSettings } from '@/lib/settings'
import { vibrate } from '@/platform/haptic'
import { toast } from '@/platform/toast'

interface Told<Output> {
  changes: readonly (keyof typeof contract)[]
  /** Said when it is done. */
  done: string | ((output: Output) => string)
  onDone?: (output: Output) => void
}

/** An action whose outcome is said aloud, done or refused. */
export function useToldAction<Input, Output>(
  run: (input: Input, options: CallOptions) => Promise<Output>,
  { changes, done, onDone }: Told<Output>,
) {
  const { language } = useSettings()
  return useAction(run, {
    changes,
    onDone: (output) => {
      vibrate('success')
      toast(typeof done === 'string' ? done : done(output))
      onDone?.(output)
    },
    onRefused: (error) => {
      vibrate('failure')
      toast(toldOf(problemWords(error, language), language))
    },
  })
}
