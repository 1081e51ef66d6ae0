import { addDays, shanghaiDay } from '../kernel/time.ts'
import { type Verdict, allowed, refused } from '../kernel/verdict.ts'

/** A version may come into force tomorrow at the earliest, so that no served day changes its value. */
export function policyDayVerdict(inForceFrom: string, now: Date): Verdict<'policy-in-the-past'> {
  const earliest = addDays(shanghaiDay(now), 1)
  return inForceFrom >= earliest ? allowed : refused('policy-in-the-past', { inForceFrom, earliest })
}

/** A version starts from the newest of its kind, so that nobody undoes a change they were not shown. */
export function followsVerdict(
  follows: string,
  newest: { id: string; label: string; inForceFrom: string },
): Verdict<'policy-published-since'> {
  const { id, label, inForceFrom } = newest
  return id === follows ? allowed : refused('policy-published-since', { label, inForceFrom })
}
