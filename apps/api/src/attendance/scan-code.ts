import type { ScanReceipt } from '@yijian/shared/attendance/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { readCode } from './code.ts'
import { keepScan, takeScan } from './take-scan.ts'

/**
 * The person who is logged in checks in or out with the code on the host's screen (扫码签到). Every attempt stays
 * recorded, refused ones too.
 *
 * @throws Problem `code-unreadable` and those of `takeScan`
 */
export async function scanCode(ctx: Ctx, { code }: { code: string }): Promise<ScanReceipt> {
  const actor = requireEmployee(ctx)
  const content = readCode(ctx.app.secrets.codeSecret, code)
  return inTransaction(ctx, async (ctx) => {
    const scanId = ctx.app.newId('scan')
    await record(ctx, { action: 'code.scanned', subject: scanId })
    const attempt = { scanId, employeeId: actor.employeeId, loginId: actor.loginId, host: null }
    if (content === null) {
      await keepScan(ctx, { ...attempt, sessionId: null, kind: null, slotSecond: null }, 'code-unreadable')
      throw refuse('code-unreadable', {}, { keepsWrites: true })
    }
    return takeScan(ctx, { ...attempt, ...content })
  })
}
