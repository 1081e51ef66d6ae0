import { publicFundStates } from '@yijian/shared/fund/rules'
import type { FundProjectCard, FundProjectState, ManagedFundProject } from '@yijian/shared/fund/shapes'
import type { Page } from '@yijian/shared/http/page'
import type { Field } from '@yijian/shared/project/shapes'
import { and, asc, desc, eq, gt, inArray, isNotNull, lt, or, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireEmployee, requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { type FundCardRow, everyWordIn, picturesOf, selectFundCards } from './read.ts'
import { fundProject } from './tables.ts'

interface PageQuery {
  cursor?: string | undefined
  limit: number
  search?: string | undefined
}

/** What receives credit comes first, what is over last. */
const rank = sql<number>`field(${fundProject.state}, ${sql.join(
  publicFundStates.map((state) => sql`${state}`),
  sql`, `,
)})`
const byRank = z.tuple([z.int(), z.string()])
const byId = z.tuple([z.string()])

/** Fund projects that are or were listed: those that receive credit first, the newest first. */
export async function listFundProjects(ctx: Ctx, query: PageQuery & { field?: Field | undefined }): Promise<Page<FundProjectCard>> {
  requireEmployee(ctx)
  const { search, field, cursor, limit } = query
  const [fromRank, fromId] = cursor === undefined ? [0, ''] : readCursor(cursor, byRank)
  const rows = await selectFundCards(ctx)
    .where(
      and(
        inArray(fundProject.state, [...publicFundStates]),
        isNotNull(fundProject.listedAt),
        field === undefined ? undefined : eq(fundProject.field, field),
        search === undefined ? undefined : everyWordIn(search),
        cursor === undefined ? undefined : or(gt(rank, fromRank), and(eq(rank, fromRank), lt(fundProject.id, fromId))),
      ),
    )
    .orderBy(asc(rank), desc(fundProject.id))
    .limit(limit + 1)
  const rankOf = ({ state }: FundCardRow) => (publicFundStates as readonly FundProjectState[]).indexOf(state) + 1
  const page = pageOf(rows, limit, { item: (row) => row, cursor: (row) => [rankOf(row), row.id] })
  const cards = await withCovers(ctx, page.items)
  return { ...page, items: cards.map(({ leftFen: _, reportDueOn: __, ...card }) => card) }
}

/** Fund projects in every state, the newest first, for the desk. */
export async function listManagedFundProjects(
  ctx: Ctx,
  query: PageQuery & { state?: FundProjectState | undefined },
): Promise<Page<ManagedFundProject>> {
  requireRole(ctx, 'operator', 'auditor')
  const { search, state, cursor, limit } = query
  const rows = await selectFundCards(ctx)
    .where(
      and(
        state === undefined ? undefined : eq(fundProject.state, state),
        search === undefined ? undefined : everyWordIn(search),
        cursor === undefined ? undefined : lt(fundProject.id, readCursor(cursor, byId)[0]),
      ),
    )
    .orderBy(desc(fundProject.id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, { item: (row) => row, cursor: ({ id }) => [id] })
  return { ...page, items: await withCovers(ctx, page.items) }
}

/** Completes the cards of a page with their pictures, in one query. */
async function withCovers(ctx: Ctx, rows: readonly FundCardRow[]): Promise<ManagedFundProject[]> {
  const covers = await picturesOf(
    ctx,
    rows.map(({ coverFileId }) => coverFileId),
  )
  return rows.map(({ coverFileId, ...row }) => ({ ...row, cover: covers.get(coverFileId ?? '') ?? null }))
}
