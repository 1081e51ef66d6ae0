import { handlers } from '@yijian/api/server'
import { addMinutes } from '@yijian/shared/kernel/time'
import { chen } from './crews.ts'
import type { FundKey } from './fund-plans.ts'
import { type Moment, type World, donated, idOf } from './world.ts'

const DAY_MINUTES = 1440

interface Gift {
  who: string
  minutesAgo: number
  to: readonly FundKey[]
  fen: number
  /** Undone so many minutes after it was given. */
  undoneAfter?: number
}

/** Beside the weekly gifts: second thoughts within the cooling time, and two gifts that still cool when the demo opens. */
const gifts: readonly Gift[] = [
  { who: 'D0012', minutesAgo: 47 * DAY_MINUTES, to: ['mangrove'], fen: 20_000, undoneAfter: 6 },
  { who: chen, minutesAgo: 26 * DAY_MINUTES, to: ['lunch'], fen: 20_000, undoneAfter: 9 },
  { who: chen, minutesAgo: 26 * DAY_MINUTES - 15, to: ['lunch', 'mangrove'], fen: 20_000 },
  { who: 'D0012', minutesAgo: 12, to: ['mangrove'], fen: 10_000 },
  { who: chen, minutesAgo: 8, to: ['lunch', 'mangrove', 'readers'], fen: 10_000 },
]

/** Donations in every state; what is due has arrived by the time of seeding. */
export function donationsMade(world: World): Moment[] {
  return gifts.flatMap((gift) => {
    const at = addMinutes(world.now, -gift.minutesAgo)
    let donationId: string | undefined
    const give = async () => {
      donationId = await giveNow(world, gift)
    }
    const undo = async () => {
      if (donationId !== undefined) await handlers.cancelDonation(await world.cast.as(gift.who), { params: { donationId } })
    }
    return [
      ...donated(world, { at, happens: give }),
      ...(gift.undoneAfter === undefined ? [] : [{ at: addMinutes(at, gift.undoneAfter), happens: undo }]),
    ]
  })
}

/** Nobody gives what they have not earned yet. */
async function giveNow(world: World, { who, to, fen }: Gift): Promise<string | undefined> {
  const ctx = await world.cast.as(who)
  if ((await handlers.getGivingTerms(ctx, {})).availableFen < fen) return undefined
  const parts = to.map((key) => ({ fundProjectId: idOf(world.fundIds, key), weight: 1 }))
  return (await handlers.createDonation(ctx, { body: { totalFen: fen, parts } })).id
}
