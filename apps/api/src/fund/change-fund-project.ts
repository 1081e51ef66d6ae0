import { canChangeFund, charityDiffers } from '@yijian/shared/fund/rules'
import type { FundProject, FundProjectDraft } from '@yijian/shared/fund/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { attachCover } from './attach-cover.ts'
import { getFundProject } from './get-fund-project.ts'
import { type FundProjectRow, lockFundProject, updateFundProject } from './repo.ts'

/**
 * Changes the words of a fund project; its charity only before it was checked, and not by who checks it then.
 *
 * @throws Problem `fund-project-state`, `charity-checked`, `charity-code-invalid`, `upload-unknown`
 */
export async function changeFundProject(ctx: Ctx, fundProjectId: string, draft: FundProjectDraft): Promise<FundProject> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const before = await lockFundProject(ctx, fundProjectId)
    enforce(canChangeFund(before, draft))
    await attachCover(ctx, before.coverFileId, draft.coverFileId)
    await updateFundProject(ctx, fundProjectId, { ...draft, ...(charityDiffers(before, draft) ? { charityBy: employeeId } : {}) })
    await record(ctx, { action: 'fund-project.changed', subject: fundProjectId, detail: { before: changed(before, draft) } })
    return getFundProject(ctx, fundProjectId)
  })
}

/** What was said before, where it is said differently now. */
function changed(before: FundProjectRow, after: FundProjectDraft): Record<string, unknown> {
  const names = Object.keys(after) as (keyof FundProjectDraft)[]
  return Object.fromEntries(names.filter((name) => before[name] !== after[name]).map((name) => [name, before[name]]))
}
