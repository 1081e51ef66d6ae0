import type { NamedScanInput, ScanReceipt } from '@yijian/shared/attendance/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { refsOf } from '../people/index.ts'
import { requireHost, sessionById } from '../project/index.ts'
import { keepScan, takeScan } from './take-scan.ts'

/**
 * A host records somebody who cannot scan (按姓名登记), with a reason. The host is the witness, so the evidence counts
 * like a scan; for that very reason nobody records themself.
 *
 * @throws Problem `host-required`, `own-check-in` and those of `takeScan`
 */
export async function scanByName(ctx: Ctx, input: NamedScanInput & { sessionId: string }): Promise<ScanReceipt> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, employeeId, kind, reason } = input
    const actor = await requireHost(ctx, (await sessionById(ctx, sessionId)).projectId)
    const person = (await refsOf(ctx, [employeeId])).get(employeeId)
    if (person === undefined) throw refuse('not-found', { what: 'employee' })
    const scanId = ctx.app.newId('scan')
    await record(ctx, { action: 'person.recorded', subject: scanId, detail: { sessionId, employeeId, kind, reason } })
    const host = { employeeId: actor.employeeId, reason, personName: person.name }
    const attempt = { scanId, sessionId, employeeId, kind, loginId: actor.loginId, slotSecond: null, host }
    if (employeeId === actor.employeeId) {
      await keepScan(ctx, attempt, 'own-check-in')
      throw refuse('own-check-in', {}, { keepsWrites: true })
    }
    return takeScan(ctx, attempt)
  })
}
