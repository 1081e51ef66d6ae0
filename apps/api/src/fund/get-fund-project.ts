import { isPublicFund } from '@yijian/shared/fund/rules'
import type { FundProject } from '@yijian/shared/fund/shapes'
import { eq } from 'drizzle-orm'
import { holdsRole, requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { refsOf } from '../people/index.ts'
import { picturesOf, transparencyOf } from './read.ts'
import type { FundProjectRow } from './repo.ts'
import { fundProject } from './tables.ts'

/** A fund project and where its money is; before it is listed only operators and auditors find it. @throws Problem `not-found` */
export async function getFundProject(ctx: Ctx, fundProjectId: string): Promise<FundProject> {
  const actor = requireEmployee(ctx)
  const inside = holdsRole(actor, 'operator') || holdsRole(actor, 'auditor')
  const [row] = await ctx.db.select().from(fundProject).where(eq(fundProject.id, fundProjectId))
  if (row === undefined || !(inside || isPublic(row))) throw refuse('not-found', { what: 'fund project' })
  const { id, name, state, field, city, summary, effect, charity, charityCode, targetFen, story, stateReason } = row
  return {
    id,
    name,
    state,
    field,
    city,
    summary,
    effect,
    charity,
    charityCode,
    cover: (await picturesOf(ctx, [row.coverFileId])).get(row.coverFileId ?? '') ?? null,
    targetFen,
    story,
    stateReason,
    listedAt: row.listedAt?.toISOString() ?? null,
    reportDueOn: row.reportDueOn,
    transparency: await transparencyOf(ctx, fundProjectId),
    backOffice: inside ? await backOfficeOf(ctx, row, actor.employeeId) : null,
  }
}

/** What closed before it was listed was never shown to anybody. */
export function isPublic({ state, listedAt }: Pick<FundProjectRow, 'state' | 'listedAt'>): boolean {
  return isPublicFund(state) && listedAt !== null
}

async function backOfficeOf(ctx: Ctx, row: FundProjectRow, readerId: string): Promise<NonNullable<FundProject['backOffice']>> {
  const { charityAccount, reportEveryDays, createdBy, createdAt, checkedBy, checkedAt } = row
  const people = await refsOf(ctx, [createdBy, ...(checkedBy === null ? [] : [checkedBy])])
  const creator = people.get(createdBy)
  if (creator === undefined) throw new Error(`no person ${createdBy}`)
  return {
    charityAccount,
    reportEveryDays,
    createdBy: creator,
    createdAt: createdAt.toISOString(),
    checkedBy: checkedBy === null ? null : (people.get(checkedBy) ?? null),
    checkedAt: checkedAt?.toISOString() ?? null,
    ownWork: isOwnWork(row, readerId),
  }
}

/** The person brought it in, or wrote its charity as it stands. */
export function isOwnWork({ createdBy, charityBy }: Pick<FundProjectRow, 'createdBy' | 'charityBy'>, employeeId: string): boolean {
  return createdBy === employeeId || charityBy === employeeId
}
