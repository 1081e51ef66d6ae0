import { ProblemError } from '@yijian/shared/http/problem'

/** What helps after a refused scan. */
export type ScanNextStep = 'scan-again' | 'find-session' | 'my-sessions' | 'retry'

const steps: Record<string, ScanNextStep> = {
  'code-unreadable': 'scan-again',
  'code-expired': 'scan-again',
  'not-checked-in': 'scan-again',
  'not-signed-up': 'find-session',
  'place-given-back': 'find-session',
  'session-cancelled': 'find-session',
  'still-waitlisted': 'my-sessions',
  'too-early': 'my-sessions',
  'too-late': 'my-sessions',
  'checked-in-elsewhere': 'my-sessions',
}

/** Whatever decided nothing (no network, a busy server) is worth the same scan once more. */
export function scanNextStep(error: unknown): ScanNextStep {
  return (error instanceof ProblemError ? steps[error.code] : undefined) ?? 'retry'
}
