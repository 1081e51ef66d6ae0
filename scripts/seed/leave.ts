import { handlers } from '@yijian/api/server'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import type { LeavePart } from '@yijian/shared/leave/shapes'
import { chen } from './crews.ts'
import type { Moment, World } from './world.ts'

const DAY_MINUTES = 1440
/** Leads the branch of those who ask. */
const lead = 'D0001'

interface Wish {
  who: string
  part: LeavePart
  /** Left out: it still waits. */
  decision?: 'approved' | 'declined'
}

const wishes: readonly (Wish & { daysAgo: number })[] = [
  { who: chen, daysAgo: 25, part: 'afternoon', decision: 'approved' },
  { who: 'D0012', daysAgo: 18, part: 'morning', decision: 'approved' },
  { who: 'D0030', daysAgo: 4, part: 'day', decision: 'declined' },
  { who: 'D0012', daysAgo: 3, part: 'afternoon', decision: 'approved' },
  { who: chen, daysAgo: 1, part: 'morning' },
  { who: 'D0011', daysAgo: 1, part: 'afternoon' },
]

/** Leave that colleagues asked for ahead of their sessions; what was approved long ago has been taken since. */
export function leaveAsked(world: World): Moment[] {
  return wishes.map((wish) => ({ at: addMinutes(world.now, -wish.daysAgo * DAY_MINUTES - 60), happens: () => askFor(world, wish) }))
}

/** For the first place ahead in the same year; a week without one is a week without leave. */
export async function askFor({ cast, clocked }: World, { who, part, decision }: Wish): Promise<void> {
  const asMe = await cast.as(who)
  const today = shanghaiDay(asMe.now)
  const { items } = await handlers.listMySignups(asMe, { query: { when: 'coming', limit: 20 } })
  const place = items.find(({ signup, session: { startsAt } }) => {
    const day = shanghaiDay(startsAt)
    return signup.state === 'confirmed' && day > today && day.slice(0, 4) === today.slice(0, 4)
  })
  if (place === undefined) return
  const leaveOn = shanghaiDay(place.session.startsAt)
  const { id: leaveId } = await handlers.requestLeave(asMe, { body: { signupId: place.signup.id, leaveOn, part } })
  if (decision === undefined) return
  const reason = decision === 'declined' ? { reason: '当天团队有版本上线，请改为半天。' } : {}
  await handlers.decideLeave(clocked.as(await cast.person(lead)), { params: { leaveId }, body: { decision, ...reason } })
}
