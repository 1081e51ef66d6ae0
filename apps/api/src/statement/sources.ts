import { idPrefixes } from '@yijian/shared/kernel/id'
import type { JournalSource, SourceTitle } from '@yijian/shared/statement/shapes'
import type { Ctx } from '../core/context.ts'
import type { Journal, Teller } from '../ledger/index.ts'

function tells({ source }: Teller, sourceId: string): boolean {
  return sourceId.startsWith(`${idPrefixes[source]}_`)
}

/** Titles of the sources of a page: each teller is asked once, and only if the page has sources of its kind. */
export async function titlesOf(ctx: Ctx, sourceIds: readonly string[], tellers: readonly Teller[]): Promise<Map<string, SourceTitle>> {
  const all = new Map<string, SourceTitle>()
  for (const teller of tellers) {
    const own = [...new Set(sourceIds.filter((sourceId) => tells(teller, sourceId)))]
    if (own.length === 0) continue
    for (const [sourceId, title] of await teller.titles(ctx, own)) all.set(sourceId, title)
  }
  return all
}

/** What stands behind a journal; `plain` when nobody tells of its source. */
export async function sourceOf(ctx: Ctx, journal: Journal, of: { employeeId: string; tellers: readonly Teller[] }): Promise<JournalSource> {
  const teller = of.tellers.find((one) => tells(one, journal.sourceId))
  return teller === undefined ? { kind: 'plain' } : teller.tell(ctx, journal, of.employeeId)
}
