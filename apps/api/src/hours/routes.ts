import type { hoursContract } from '@yijian/shared/hours/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { completeHours } from './complete-hours.ts'
import { correctHours } from './correct-hours.ts'
import { issueHours } from './issue-hours.ts'
import { listHoursToIssue } from './list-hours-to-issue.ts'
import { listIssuedHours } from './list-issued-hours.ts'
import { listMyHours } from './list-my-hours.ts'
import { listSessionHours } from './list-session-hours.ts'
import { previewCorrection } from './preview-correction.ts'

export const hoursHandlers: Handlers<typeof hoursContract> = {
  listSessionHours: (ctx, { params, query }) => listSessionHours(ctx, params.sessionId, query),
  completeHours: (ctx, { params, body }) => completeHours(ctx, params.sessionId, body.items),
  issueHours: (ctx, { params, body }) => issueHours(ctx, params.sessionId, body.items),
  listHoursToIssue: (ctx, { query }) => listHoursToIssue(ctx, query),
  listIssuedHours: (ctx, { query }) => listIssuedHours(ctx, query),
  previewCorrection: (ctx, { params, query }) => previewCorrection(ctx, { ...params, ...query }),
  correctHours: (ctx, { params, body }) => correctHours(ctx, { ...params, ...body }),
  listMyHours: (ctx, { query }) => listMyHours(ctx, query),
}
