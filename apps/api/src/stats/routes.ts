import type { statsContract } from '@yijian/shared/stats/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { getProgrammeSummary } from './get-programme-summary.ts'

export const statsHandlers: Handlers<typeof statsContract> = {
  getProgrammeSummary: (ctx) => getProgrammeSummary(ctx),
}
