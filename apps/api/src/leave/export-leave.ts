import { shanghaiClock } from '@yijian/shared/kernel/time'
import { leaveColumns } from '@yijian/shared/leave/columns'
import type { Leave } from '@yijian/shared/leave/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { csvBytes } from './csv.ts'
import { linkTo, storeFile } from '../file/index.ts'
import { pageOfYear } from './read.ts'

const ROWS_A_PAGE = 500
const LINK_MINUTES = 10

/** All leave of a year as a CSV file for HR, behind a link that is good for some minutes; who took it is recorded. */
export async function exportLeave(ctx: Ctx, { year }: { year: number }): Promise<{ link: string; linkEndsAt: string; rows: number }> {
  requireRole(ctx, 'hr')
  return inTransaction(ctx, async (ctx) => {
    let rows = 0
    const lines = async function* () {
      yield leaveColumns.map(({ heading }) => heading.zh)
      for await (const leave of leaveOfYear(ctx, year)) {
        rows += 1
        yield leaveColumns.map(({ value }) => value(leave))
      }
    }
    const { year: y, month, date } = shanghaiClock(ctx.now)
    const name = `公益假-${year}-截至${y}${two(month)}${two(date)}.csv`
    const file = await storeFile(ctx, { name, type: 'text/csv', purpose: 'export', content: csvBytes(lines()) })
    await record(ctx, { action: 'leave.exported', subject: file.id, detail: { year, rows, sha256: file.sha256 } })
    return { ...linkTo(ctx, file.id, { minutes: LINK_MINUTES }), rows }
  })
}

const two = (value: number) => String(value).padStart(2, '0')

/** Page by page, so that no year has to fit into memory. */
async function* leaveOfYear(ctx: Ctx, year: number): AsyncGenerator<Leave> {
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof pageOfYear>> = await pageOfYear(ctx, { year, limit: ROWS_A_PAGE, cursor })
    yield* page.items
    cursor = page.nextCursor
  }
}
