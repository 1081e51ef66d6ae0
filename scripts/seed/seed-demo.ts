import type { App } from '@yijian/api/core/app'
import { databaseNow } from '@yijian/api/core/context'
import { handlers } from '@yijian/api/server'
import { addMinutes, shanghaiClock, shanghaiInstant } from '@yijian/shared/kernel/time'
import { declarePersona } from '@yijian/api/people/index'
import { createCast } from '../lib/cast.ts'
import { clockedApp } from '../lib/clocked.ts'
import { Sentence } from '../lib/sentence.mjs'
import { awards } from './award.ts'
import { beginnings } from './begin-projects.ts'
import { claimsMade } from './claims.ts'
import { comingUp, runningNow } from './coming-sessions.ts'
import { founding } from './found.ts'
import { donationsMade } from './donations.ts'
import { fundsAndPayouts } from './funds.ts'
import { history } from './past-sessions.ts'
import { honourShown } from './honour.ts'
import { lastYear } from './last-year.ts'
import { lastYearsGiving } from './last-year-giving.ts'
import { leaveAsked } from './leave.ts'
import { personas } from './personas.ts'
import { pointsAndShop } from './points-shop.ts'
import { type World, tell } from './world.ts'

/** Tells the whole demo; the personas come last, so that they stand for a demo that is complete. */
export async function seedDemo(app: App): Promise<void> {
  const now = await databaseNow(app)
  const clocked = clockedApp(app, now)
  const { items: present } = await handlers.listBranches(clocked.as({ kind: 'system', job: 'demo' }), { query: { limit: 1 } })
  if (present.length > 0)
    throw new Sentence('This database holds people already, but no complete demo: pnpm db:reset --force erases it and begins anew.')
  const none = { branchIds: new Map(), projectIds: new Map(), fundIds: new Map() }
  const world: World = { clocked, cast: createCast(clocked), now, founded: foundingOf(now), ...none }
  await tell(world, [
    ...founding(world),
    ...beginnings(world),
    ...lastYear(world),
    ...lastYearsGiving(world),
    ...history(world),
    ...comingUp(world),
    ...runningNow(world),
    ...fundsAndPayouts(world),
    ...donationsMade(world),
    ...claimsMade(world),
    ...leaveAsked(world),
    ...pointsAndShop(world),
    ...honourShown(world),
    ...awards(world),
  ])
  clocked.setClock(now)
  for (const [position, { employeeNo, part }] of personas.entries()) {
    const { employeeId } = await world.cast.person(employeeNo)
    await declarePersona(clocked.as({ kind: 'system', job: 'demo' }), { employeeId, part, position })
  }
}

/** Forty-four weeks ago, or the first of September of last year where that is earlier. */
function foundingOf(now: Date): Date {
  const weeks = addMinutes(now, -44 * 7 * 1440)
  const autumn = shanghaiInstant(`${shanghaiClock(now).year - 1}-09-01`, '09:00')
  return weeks < autumn ? weeks : autumn
}
