import { createHash } from 'node:crypto'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { cellError } from '@yijian/shared/people/import-text'
import type { ImportResult } from '@yijian/shared/people/shapes'
import { requireRoleOrSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { openAccounts } from '../ledger/index.ts'
import { type EmployeeFile, type RowFault, readEmployeeFile } from './employee-file.ts'
import { type ImportPlan, planImport } from './import-plan.ts'
import { chunksOf, deleteMembers, finishImport, insertEmployees, insertMembers, replaceEmployees, startImport } from './import-repo.ts'
import { endLoginsOf } from './login-repo.ts'

const LISTED_FAULTS = 200

/**
 * Adds and changes people from a file of the HR system: all rows or none. People the file does not name stay as they are.
 *
 * @throws Problem `import-unreadable`, `import-has-errors`
 */
export async function importEmployees(ctx: Ctx, input: { bytes: Uint8Array }): Promise<ImportResult> {
  const importedBy = requireRoleOrSystem(ctx, 'hr')
  const file = await readEmployeeFile(input.bytes)
  return inTransaction(ctx, async (ctx) => {
    const id = ctx.app.newId('importRun')
    const fileHash = createHash('sha256').update(input.bytes).digest('hex')
    await startImport(ctx, { id, fileHash, rows: file.rows, importedBy })
    const { plan, faults } = await planImport(ctx, file.drafts)
    refuseFaults(file, [...file.faults, ...faults])
    await carryOut(ctx, plan)
    const counts = { rows: file.rows, added: plan.added.length, changed: plan.changedIds.size, left: plan.left }
    await finishImport(ctx, id, counts)
    await record(ctx, { action: 'employees.imported', subject: id, detail: { ...counts, fileHash } })
    return { id, ...counts, unchanged: file.rows - counts.added - counts.changed, ignoredColumns: file.ignoredColumns }
  })
}

function refuseFaults(file: EmployeeFile, faults: readonly RowFault[]): void {
  if (faults.length === 0) return
  const badRows = new Set(faults.map(({ row }) => row)).size
  const errors = faults
    .toSorted((a, b) => a.row - b.row)
    .slice(0, LISTED_FAULTS)
    .map(({ row, fault }) => cellError(row, fault))
  throw refuse('import-has-errors', { rows: file.rows, badRows, listed: errors.length }, { errors })
}

async function carryOut(ctx: Ctx, plan: ImportPlan): Promise<void> {
  await replaceEmployees(ctx, plan.replaced)
  await insertEmployees(ctx, plan.added)
  await openAccounts(
    ctx,
    plan.added.map(({ id }) => id),
  )
  await deleteMembers(ctx, plan.dropped)
  await insertMembers(ctx, plan.joined)
  const today = shanghaiDay(ctx.now)
  const gone = plan.replaced.filter(({ leftOn }) => leftOn !== null && leftOn < today).map(({ id }) => id)
  for (const chunk of chunksOf(gone)) await endLoginsOf(ctx, chunk)
}
