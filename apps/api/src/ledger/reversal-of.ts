import type { JournalDraft } from './journal.ts'
import type { Journal } from './read.ts'

/**
 * The draft that takes a journal back (冲正): same source, same service day, same policy versions, so that the month
 * and the year it counted in are put right. `entries` come from the rule that made the original, with the negative amount.
 */
export function reversalOf(
  original: Pick<Journal, 'id' | 'sourceId' | 'servedOn' | 'policyIds'>,
  deed: Pick<JournalDraft, 'kind' | 'scope' | 'idempotencyKey' | 'asked' | 'entries'>,
): JournalDraft {
  const { id, sourceId, servedOn, policyIds } = original
  return { ...deed, sourceId, servedOn, policyIds, reverses: id }
}
