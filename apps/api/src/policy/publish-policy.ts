import { policyDayVerdict } from '@yijian/shared/policy/rules'
import type { PolicyVersion, PublishPolicyInput } from '@yijian/shared/policy/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { duplicateKey } from '../core/db/errno.ts'
import { enforce, refuse } from '../core/problems.ts'
import { insertPolicy } from './repo.ts'

/**
 * Publishes a policy version for service days from tomorrow on. Versions in force are never changed:
 * what was earned by them stays explained by them.
 *
 * @throws Problem `policy-in-the-past`, `policy-day-taken`
 */
export async function publishPolicy(ctx: Ctx, input: PublishPolicyInput): Promise<PolicyVersion> {
  const actor = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    enforce(policyDayVerdict(input.inForceFrom, ctx.now))
    const version: PolicyVersion = { ...input, id: ctx.app.newId('policy'), publishedAt: ctx.now.toISOString() }
    try {
      await insertPolicy(ctx, version, actor.employeeId)
    } catch (error) {
      if (duplicateKey(error) === null) throw error
      throw refuse('policy-day-taken', { label: input.label, inForceFrom: input.inForceFrom })
    }
    await record(ctx, {
      action: 'policy.published',
      subject: version.id,
      detail: { kind: input.kind, label: input.label, inForceFrom: input.inForceFrom, settings: input.settings },
    })
    return version
  })
}
