import type { leaveContract } from '@yijian/shared/leave/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { cancelLeave } from './cancel-leave.ts'
import { decideLeave } from './decide-leave.ts'
import { exportLeave } from './export-leave.ts'
import { getMyLeave } from './get-my-leave.ts'
import { listLeave, listLeaveToDecide, listMyLeave } from './list-leave.ts'
import { requestLeave } from './request-leave.ts'

export const leaveHandlers: Handlers<typeof leaveContract> = {
  getMyLeave: (ctx) => getMyLeave(ctx),
  listMyLeave: (ctx, { query }) => listMyLeave(ctx, query),
  requestLeave: (ctx, { body }) => requestLeave(ctx, body),
  cancelLeave: (ctx, { params }) => cancelLeave(ctx, params.leaveId),
  decideLeave: (ctx, { params, body }) => decideLeave(ctx, params.leaveId, body),
  listLeaveToDecide: (ctx, { query }) => listLeaveToDecide(ctx, query),
  exportLeave: (ctx, { body }) => exportLeave(ctx, body),
  listLeave: (ctx, { query }) => listLeave(ctx, query),
}
