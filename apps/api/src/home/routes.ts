import type { homeContract } from '@yijian/shared/home/contract'
import type { Handlers } from '../core/http/handlers.ts'
import type { WaitingReader } from '../core/waiting.ts'
import { getHome } from './get-home.ts'
import { listToDos } from './list-to-dos.ts'

export const homeHandlers = (waiting: readonly WaitingReader[]): Handlers<typeof homeContract> => ({
  getHome: (ctx) => getHome(ctx),
  listToDos: async (ctx) => ({ items: await listToDos(ctx, waiting) }),
})
