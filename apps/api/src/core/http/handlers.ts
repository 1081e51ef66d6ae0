import type { Contract, RouteInput, RouteReply } from '@yijian/shared/http/route'
import type { Ctx } from '../context.ts'

/** One handler for each route of a contract; a route without one does not compile. */
export type Handlers<C extends Contract> = {
  [Name in keyof C]: (ctx: Ctx, input: RouteInput<C[Name]>) => Promise<RouteReply<C[Name]>>
}
