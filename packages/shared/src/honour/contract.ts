import * as z from 'zod/mini'
import { route } from '../http/route.ts'
import { badge } from './shapes.ts'

export const honourContract = {
  listMyBadges: route({
    method: 'GET',
    path: '/me/badges',
    summary: 'All badges with my progress, unlocked ones first',
    access: 'employee',
    limit: 'read',
    status: 200,
    reply: z.object({ items: z.array(badge) }),
    problems: [],
  }),
}
