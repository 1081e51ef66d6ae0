import { differencesOf } from '@yijian/shared/stats/rules'
import type { ReportedYear } from '@yijian/shared/stats/shapes'
import type { Ctx } from '../core/context.ts'
import { type ClosingRow, closingsOf, toClosing } from './closing-repo.ts'
import { countCorrections } from './difference-queries.ts'
import { peopleById } from './read.ts'
import { type YearQuery, readYear } from './read-year.ts'

/**
 * The year as it is reported: of a closed one the frozen figures, with what was recorded since beside them. A branch is
 * its members and projects of today and is never frozen.
 *
 * @throws Problem `year-not-begun`, `not-found`
 */
export async function readReportedYear(ctx: Ctx, query: YearQuery): Promise<ReportedYear> {
  const now = await readYear(ctx, query)
  const closings = await closingsOf(ctx, now.years)
  const own = closings.find(({ year }) => year === now.year)
  if (own === undefined || now.branch !== null) {
    return { ...now, closing: null, corrections: null, closedYears: await readClosedYears(ctx, closings) }
  }
  const differences = differencesOf(own.report.figures, now.figures)
  return {
    ...own.report,
    closing: toClosing(own, await peopleById(ctx, [own.closedBy])),
    corrections: { journals: await countCorrections(ctx, own), asOf: now.asOf, differences },
    closedYears: [],
  }
}

/** At most three. */
export async function readClosedYears(ctx: Ctx, closings: readonly ClosingRow[]): Promise<ReportedYear['closedYears']> {
  const closed: ReportedYear['closedYears'] = []
  for (const closing of closings) {
    const { year, closedAt } = closing
    closed.push({ year, closedAt: closedAt.toISOString(), corrections: await countCorrections(ctx, closing) })
  }
  return closed
}
