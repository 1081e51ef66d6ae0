import { shownTo } from '@yijian/shared/honour/rules'
import type { ColleagueHonour } from '@yijian/shared/honour/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { employeeById } from '../people/index.ts'
import { consentsOf } from './consents.ts'
import { honourFactsOf } from './read.ts'

/**
 * The honour page of a colleague: nothing but what they chose to show, to their hosts and leads as to anybody. Their own
 * page looks the same to them here, as the colleagues see it.
 *
 * @throws Problem `not-found` for nobody, and for who has left
 */
export async function getHonourOf(ctx: Ctx, employeeId: string): Promise<ColleagueHonour> {
  requireEmployee(ctx)
  const { name, department, leftOn } = await employeeById(ctx, employeeId)
  if (leftOn !== null && leftOn < shanghaiDay(ctx.now)) throw refuse('not-found', { what: 'employee' })
  return shownHonour(ctx, { id: employeeId, name, department })
}

/** The page as others see it, and the poster that is made of it. */
export async function shownHonour(ctx: Ctx, person: ColleagueHonour['person']): Promise<ColleagueHonour> {
  const consented = [...(await consentsOf(ctx, person.id)).keys()]
  return { person, ...shownTo(await honourFactsOf(ctx, person.id), consented), asOf: ctx.now.toISOString() }
}
