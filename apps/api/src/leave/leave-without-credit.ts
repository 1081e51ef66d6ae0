import type { Ctx } from '../core/context.ts'
import { policyOn } from '../policy/index.ts'
import { peopleOnLeave } from './read.ts'

/** Who serves a session on leave that earns no credit, and the policy version that says so. */
export interface WithoutCredit {
  policyId: string
  employeeIds: ReadonlySet<string>
}

/** Null as long as leave earns credit, which is the default: then nobody is asked about. */
export async function leaveWithoutCredit(
  ctx: Ctx,
  { sessionId, servedOn }: { sessionId: string; servedOn: string },
): Promise<WithoutCredit | null> {
  const { id: policyId, settings } = await policyOn(ctx, 'leave', servedOn)
  return settings.earnsCredit ? null : { policyId, employeeIds: await peopleOnLeave(ctx, sessionId) }
}
