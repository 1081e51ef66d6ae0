import { charityCodeVerdict } from '@yijian/shared/fund/rules'
import type { FundProject, FundProjectDraft } from '@yijian/shared/fund/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { openAccounts } from '../ledger/index.ts'
import { attachCover } from './attach-cover.ts'
import { getFundProject } from './get-fund-project.ts'
import { insertFundProject } from './repo.ts'

/** Brings in a fund project with its account; another operator checks it. @throws Problem `charity-code-invalid`, `upload-unknown` */
export async function recommendFundProject(ctx: Ctx, draft: FundProjectDraft): Promise<FundProject> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    enforce(charityCodeVerdict(draft.charityCode))
    await attachCover(ctx, null, draft.coverFileId)
    const id = ctx.app.newId('fundProject')
    const by = { createdBy: employeeId, charityBy: employeeId, createdAt: ctx.now }
    await insertFundProject(ctx, { ...draft, ...by, id, state: 'recommended' })
    await openAccounts(ctx, [id])
    await record(ctx, {
      action: 'fund-project.recommended',
      subject: id,
      detail: { charity: draft.charity, charityCode: draft.charityCode },
    })
    return getFundProject(ctx, id)
  })
}
