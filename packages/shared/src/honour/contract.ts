import * as z from 'zod/mini'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { badge, colleagueHonour, honourConsent, honourField, myHonour, poster } from './shapes.ts'

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
  getMyHonour: route({
    method: 'GET',
    path: '/me/honour',
    summary: 'My honour page with everything on it, and which fields colleagues see',
    access: 'employee',
    limit: 'read',
    status: 200,
    reply: myHonour,
    problems: [],
  }),
  setHonourConsent: route({
    method: 'PUT',
    path: '/me/honour/consents/{field}',
    summary: 'Show one field of my honour page to colleagues, or hide it again',
    access: 'employee',
    limit: 'write',
    params: z.object({ field: honourField }),
    body: z.object({ shown: z.boolean() }),
    status: 200,
    reply: z.object({ items: z.array(honourConsent) }),
    problems: [],
  }),
  getHonourOf: route({
    method: 'GET',
    path: '/employees/{employeeId}/honour',
    summary: 'The honour page of a colleague: what they chose to show, nothing else',
    access: 'employee',
    limit: 'read',
    params: z.object({ employeeId: id('employee') }),
    status: 200,
    reply: colleagueHonour,
    problems: [],
  }),
  drawHonourPoster: route({
    method: 'GET',
    path: '/me/honour/poster',
    summary: 'A picture of what my honour page shows, with a code that opens it',
    access: 'employee',
    limit: 'upload',
    status: 200,
    reply: poster,
    problems: ['honour-not-shown'],
  }),
}
