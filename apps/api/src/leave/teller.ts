import type { Teller } from '../ledger/index.ts'
import { nameTitle } from '../ledger/index.ts'
import { leavesByIds } from './read.ts'

/** Leave comes from a request: its day, its session and how far it came. */
export const leaveTeller: Teller = {
  source: 'leave',
  titles: async (ctx, leaveIds) => new Map((await leavesByIds(ctx, leaveIds)).map(({ id, session }) => [id, nameTitle(session.title)])),
  tell: async (ctx, { sourceId }) => {
    const [leave] = await leavesByIds(ctx, [sourceId])
    if (leave === undefined) return { kind: 'plain' }
    const { id: leaveId, ...of } = leave
    return { kind: 'leave', leaveId, ...of }
  },
}
