import * as z from 'zod/mini'
import { route } from '../http/route.ts'
import { home, toDo } from './shapes.ts'

export const homeContract = {
  getHome: route({
    method: 'GET',
    path: '/me/home',
    summary: 'The first screen: balances, my next session, recommended ones with a reason',
    access: 'employee',
    limit: 'read',
    status: 200,
    reply: home,
    problems: [],
  }),
  listToDos: route({
    method: 'GET',
    path: '/me/to-dos',
    summary: 'What waits for me as host or by my roles, the oldest first, at most a hundred',
    access: 'employee',
    limit: 'read',
    status: 200,
    reply: z.object({ items: z.array(toDo) }),
    problems: [],
  }),
}
