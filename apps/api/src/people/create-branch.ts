import type { Branch, CreateBranchInput } from '@yijian/shared/people/shapes'
import { requireRoleOrSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { duplicateKey } from '../core/db/errno.ts'
import { refuse } from '../core/problems.ts'
import { insertBranch, toBranch } from './repo.ts'

/** Opens a branch; its code is what import files call it. @throws Problem `branch-code-taken` */
export async function createBranch(ctx: Ctx, input: CreateBranchInput): Promise<Branch> {
  requireRoleOrSystem(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const row = { ...input, id: ctx.app.newId('branch'), openedAt: ctx.now }
    try {
      await insertBranch(ctx, row)
    } catch (error) {
      if (duplicateKey(error) !== 'branch_code_uq') throw error
      throw refuse('branch-code-taken', { code: input.code })
    }
    await record(ctx, { action: 'branch.created', subject: row.id, detail: { code: row.code, kind: row.kind } })
    return toBranch(row)
  })
}
