import { type Holdings, type MatchingRule, type PointsRule } from '@yijian/shared/ledger/rules'
import type { Ctx } from '../core/context.ts'
import { policyOn } from '../policy/index.ts'

/** Journals of hours share one scope of keys; with attendance and round, each is posted once. */
export const HOURS_SCOPE = 'hours'

export interface Valuation {
  policyIds: string[]
  rules: { matching: MatchingRule; points: PointsRule }
}

/** The policies that value minutes of a service day; a later version never reaches back. */
export async function valuationOn(ctx: Ctx, servedOn: string): Promise<Valuation> {
  const matching = await policyOn(ctx, 'matching', servedOn)
  const points = await policyOn(ctx, 'points', servedOn)
  return { policyIds: [matching.id, points.id], rules: { matching: matching.settings, points: points.settings } }
}

/** The same for hours on leave that earns no credit (公益假): time and points count, and the version that says so stands beside the others. */
export function withoutCredit({ policyIds, rules }: Valuation, leavePolicyId: string): Valuation {
  return { policyIds: [...policyIds, leavePolicyId], rules: { ...rules, matching: { ...rules.matching, creditGrades: [] } } }
}

/** Everybody has accounts from the day they are imported; a person without is a fault of the program. */
export function heldBy(holdings: ReadonlyMap<string, Holdings>, employeeId: string): Holdings {
  const held = holdings.get(employeeId)
  if (held === undefined) throw new Error(`${employeeId} has no accounts`)
  return held
}
