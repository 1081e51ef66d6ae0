import type { homeContract } from '@yijian/shared/home/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { getHome } from './get-home.ts'
import { listToDos } from './list-to-dos.ts'

export const homeHandlers: Handlers<typeof homeContract> = {
  getHome: (ctx) => getHome(ctx),
  listToDos: async (ctx) => ({ items: await listToDos(ctx) }),
}
