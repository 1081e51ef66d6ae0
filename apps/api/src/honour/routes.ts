import type { honourContract } from '@yijian/shared/honour/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { drawHonourPoster } from './draw-honour-poster.ts'
import { getHonourOf } from './get-honour-of.ts'
import { getMyHonour } from './get-my-honour.ts'
import { listMyBadges } from './list-my-badges.ts'
import { setHonourConsent } from './set-honour-consent.ts'

export const honourHandlers: Handlers<typeof honourContract> = {
  listMyBadges: (ctx) => listMyBadges(ctx),
  getMyHonour: (ctx) => getMyHonour(ctx),
  setHonourConsent: (ctx, { params, body }) => setHonourConsent(ctx, { ...params, ...body }),
  getHonourOf: (ctx, { params }) => getHonourOf(ctx, params.employeeId),
  drawHonourPoster: (ctx) => drawHonourPoster(ctx),
}
