import { defaultPolicies, policyKinds } from '@yijian/shared/policy/shapes'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { policyVersion } from './tables.ts'
import { insertPolicy } from './repo.ts'

/** The programme's credit has been in force since 2022: the defaults reach back that far, and replays of past years with them. */
const DEFAULTS_FROM = '2022-01-01'

/** Gives a new database its first version of every policy; visible in the app like any other. */
export async function ensureDefaultPolicies(ctx: Ctx): Promise<void> {
  requireSystem(ctx)
  await inTransaction(ctx, async (ctx) => {
    const present = new Set((await ctx.db.selectDistinct({ kind: policyVersion.kind }).from(policyVersion)).map(({ kind }) => kind))
    for (const kind of policyKinds) {
      if (present.has(kind)) continue
      const id = ctx.app.newId('policy')
      // Each kind is paired with its own settings by the map it is read from.
      await insertPolicy(
        ctx,
        {
          id,
          kind,
          label: '2022-1',
          inForceFrom: DEFAULTS_FROM,
          settings: defaultPolicies[kind],
          publishedAt: ctx.now.toISOString(),
        } as never,
        null,
      )
      await record(ctx, { action: 'policy.published', subject: id, detail: { kind, label: '2022-1', inForceFrom: DEFAULTS_FROM } })
    }
  })
}
