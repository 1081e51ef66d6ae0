import { workOnce } from '@yijian/api/core/jobs/worker'
import { addMinutes } from '@yijian/shared/kernel/time'
import { defaultPolicies } from '@yijian/shared/policy/shapes'
import type { Cast } from '../lib/cast.ts'
import type { ClockedApp } from '../lib/clocked.ts'
import type { BranchCode } from './branches.ts'
import type { FundKey } from './fund-plans.ts'
import type { ProjectKey } from './projects.ts'

/** Where the demo story has come to. */
export interface World {
  clocked: ClockedApp
  cast: Cast
  /** The moment of seeding, by the database's clock; every date of the story counts from it. */
  now: Date
  /** When it began: early enough for the autumn of last year. */
  founded: Date
  branchIds: Map<BranchCode, string>
  projectIds: Map<ProjectKey, string>
  fundIds: Map<FundKey, string>
}

/** Something that happens at one moment of the story. */
export interface Moment {
  at: Date
  happens: () => Promise<unknown>
}

/** Tells moments in order of time, each at its own place of the clock, with the outbox worked off behind it. */
export async function tell({ clocked }: World, moments: readonly Moment[]): Promise<void> {
  for (const { at, happens } of moments.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    clocked.setClock(at)
    await happens()
    while ((await workOnce(clocked.app)) > 0);
  }
}

/** A donation, and the moment it has cooled: the story stops there, so that it arrives in its own time. */
export function donated({ now }: World, { at, happens }: Moment): Moment[] {
  const cooled = addMinutes(at, defaultPolicies.giving.coolingMinutes)
  return [{ at, happens }, ...(cooled < now ? [{ at: cooled, happens: () => Promise.resolve() }] : [])]
}

export function idOf<K>(ids: Map<K, string>, key: K): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`${String(key)} is not there yet`)
  return id
}
