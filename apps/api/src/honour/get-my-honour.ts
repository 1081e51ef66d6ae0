import type { MyHonour } from '@yijian/shared/honour/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { employeeById } from '../people/index.ts'
import { consentsOf, toConsents } from './consents.ts'
import { honourFactsOf } from './read.ts'

/** The person's own honour page: everything, with what colleagues see of it. */
export async function getMyHonour(ctx: Ctx): Promise<MyHonour> {
  const { employeeId } = requireEmployee(ctx)
  const { name, department } = await employeeById(ctx, employeeId)
  const { badges: _, ...facts } = await honourFactsOf(ctx, employeeId)
  const consents = toConsents(await consentsOf(ctx, employeeId))
  const person = { id: employeeId, name, department }
  return { person, ...facts, consents, asOf: ctx.now.toISOString() }
}
