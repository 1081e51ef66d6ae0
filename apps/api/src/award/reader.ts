import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { employeeById } from '../people/index.ts'
import type { Reader } from './read.ts'
import { sitsOnJury } from './repo.ts'

/** The person who reads nominations of a cycle, and whether they do so as its judge. */
export async function readerOf(ctx: Ctx, cycleId: string): Promise<Reader> {
  const actor = requireEmployee(ctx)
  const { department } = await employeeById(ctx, actor.employeeId)
  return { actor, department, sits: await sitsOnJury(ctx, cycleId, actor.employeeId) }
}
