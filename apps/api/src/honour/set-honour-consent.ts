import type { HonourConsent, HonourField } from '@yijian/shared/honour/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { lockEmployee } from '../people/index.ts'
import { consentsOf, giveConsent, toConsents, withdrawConsent } from './consents.ts'

/** Shows a field of the person's own honour page to colleagues, or hides it again; what is so already stays so. */
export async function setHonourConsent(
  ctx: Ctx,
  { field, shown }: { field: HonourField; shown: boolean },
): Promise<{ items: HonourConsent[] }> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    // Two quick taps are one after the other, so that each version has one beginning and one end.
    await lockEmployee(ctx, employeeId)
    const before = await consentsOf(ctx, employeeId)
    if (before.has(field) !== shown) {
      if (shown) await giveConsent(ctx, employeeId, field)
      else await withdrawConsent(ctx, employeeId, field)
      await record(ctx, { action: shown ? 'honour.shown' : 'honour.hidden', subject: employeeId, detail: { field } })
    }
    return { items: toConsents(await consentsOf(ctx, employeeId)) }
  })
}
