import { followsVerdict, policyDayVerdict } from '@yijian/shared/policy/rules'
import type { PolicyVersion, PublishPolicyInput } from '@yijian/shared/policy/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { duplicateKey } from '../core/db/errno.ts'
import { enforce, refuse } from '../core/problems.ts'
import { insertPolicy, newestPolicy } from './repo.ts'

/**
 * Publishes a policy version for service days from tomorrow on. Versions in force are never changed:
 * what was earned by them stays explained by them. Who writes from a version that is no longer the newest would undo
 * the change of a colleague without a word.
 *
 * @throws Problem `policy-in-the-past`, `policy-published-since`, `policy-day-taken`
 */
export async function publishPolicy(ctx: Ctx, input: PublishPolicyInput): Promise<PolicyVersion> {
  const actor = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const { follows, ...content } = input
    const { kind, label, inForceFrom, settings } = content
    enforce(policyDayVerdict(inForceFrom, ctx.now))
    enforce(followsVerdict(follows, await newestPolicy(ctx, kind)))
    const version: PolicyVersion = { ...content, id: ctx.app.newId('policy'), publishedAt: ctx.now.toISOString() }
    try {
      await insertPolicy(ctx, { ...version, follows }, actor.employeeId)
    } catch (error) {
      const key = duplicateKey(error)
      if (key === null) throw error
      if (key === 'policy_version_follows_uq') enforce(followsVerdict(follows, await newestPolicy(ctx, kind)))
      throw refuse('policy-day-taken', { label, inForceFrom })
    }
    await record(ctx, {
      action: 'policy.published',
      subject: version.id,
      detail: { kind, label, inForceFrom, settings },
    })
    return version
  })
}
