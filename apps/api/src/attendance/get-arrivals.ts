import type { Arrivals } from '@yijian/shared/attendance/shapes'
import type { Ctx } from '../core/context.ts'
import { requireHost, sessionById } from '../project/index.ts'
import { arrivalsOf } from './read.ts'

/** Who has checked in, for the hosts of the project. @throws Problem `host-required` */
export async function getArrivals(ctx: Ctx, sessionId: string): Promise<Arrivals> {
  await requireHost(ctx, (await sessionById(ctx, sessionId)).projectId)
  return arrivalsOf(ctx, sessionId)
}
