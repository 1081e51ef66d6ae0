import type { IdKind } from '@yijian/shared/kernel/id'
import type { JournalSource, SourceTitle } from '@yijian/shared/statement/shapes'
import type { Ctx } from '../core/context.ts'
import type { Journal } from './read.ts'

/** Tells where journals come from: the slice that owns the sources states its own, the statement asks by the id. */
export interface Teller {
  /** Kind of the sources it tells of, e.g. `attendance` for `att_…`. */
  source: IdKind
  /** Their titles, in one query for a whole page; a source without words of its own is left out. */
  titles: (ctx: Ctx, sourceIds: readonly string[]) => Promise<Map<string, SourceTitle>>
  /** What stands behind one journal of the person. */
  tell: (ctx: Ctx, journal: Journal, employeeId: string) => Promise<JournalSource>
}

/** A name is the same in both languages. */
export function nameTitle(name: string): SourceTitle {
  return { zh: name, en: name }
}
