import { handlers } from '@yijian/api/server'
import { addMinutes, shanghaiClock, shanghaiDay } from '@yijian/shared/kernel/time'
import type { HonourField } from '@yijian/shared/honour/shapes'
import { chen } from './crews.ts'
import type { Moment, World } from './world.ts'

/** Who shows what to colleagues; the others keep it to themselves, as all do at first. */
const shown: readonly { who: string; fields: readonly HonourField[] }[] = [
  { who: chen, fields: ['hours', 'sessions', 'badges'] },
  { who: 'D0024', fields: ['badges', 'hosting'] },
  { who: 'D0023', fields: ['hosting'] },
]

/** Honour that colleagues show, and the certificate of somebody who needed one this week. */
export function honourShown(world: World): Moment[] {
  const choices = shown.map(({ who, fields }) => ({
    at: addMinutes(world.now, -5000),
    happens: async () => {
      for (const field of fields) await handlers.setHonourConsent(await world.cast.as(who), { params: { field }, body: { shown: true } })
    },
  }))
  return [...choices, { at: addMinutes(world.now, -90), happens: () => certify(world) }]
}

async function certify({ cast }: World): Promise<void> {
  const mine = await cast.as(chen)
  const thisYear = { fromOn: `${shanghaiClock(mine.now).year}-01-01`, toOn: shanghaiDay(mine.now) }
  // In the first days of January there may be nothing to certify yet.
  const { minutes } = await handlers.previewCertificate(mine, { query: thisYear })
  if (minutes > 0) await handlers.makeCertificate(mine, { body: thisYear })
}
