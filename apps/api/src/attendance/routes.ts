import type { attendanceContract } from '@yijian/shared/attendance/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { getArrivals } from './get-arrivals.ts'
import { getSessionCode } from './get-session-code.ts'
import { listToRecord } from './list-to-record.ts'
import { scanByName } from './scan-by-name.ts'
import { scanCode } from './scan-code.ts'

export const attendanceHandlers: Handlers<typeof attendanceContract> = {
  getSessionCode: (ctx, { params, query }) => getSessionCode(ctx, { ...params, ...query }),
  getArrivals: (ctx, { params }) => getArrivals(ctx, params.sessionId),
  listToRecord: (ctx, { params, query }) => listToRecord(ctx, params.sessionId, query),
  scanCode: (ctx, { body }) => scanCode(ctx, body),
  scanByName: (ctx, { params, body }) => scanByName(ctx, { ...params, ...body }),
}
