import type { honourContract } from '@yijian/shared/honour/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { listMyBadges } from './list-my-badges.ts'

export const honourHandlers: Handlers<typeof honourContract> = {
  listMyBadges: (ctx) => listMyBadges(ctx),
}
