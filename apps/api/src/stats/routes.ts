import type { statsContract } from '@yijian/shared/stats/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { closeYear } from './close-year.ts'
import { createExportLink } from './create-export-link.ts'
import { getProgrammeSummary } from './get-programme-summary.ts'
import { getYearReport } from './get-year-report.ts'
import { listExports } from './list-exports.ts'
import { listYearClosings } from './list-year-closings.ts'
import { requestExport } from './request-export.ts'

export const statsHandlers: Handlers<typeof statsContract> = {
  getProgrammeSummary: (ctx) => getProgrammeSummary(ctx),
  getYearReport: (ctx, { params, query }) => getYearReport(ctx, { ...params, ...query }),
  closeYear: (ctx, { params }) => closeYear(ctx, params),
  listYearClosings: (ctx, { query }) => listYearClosings(ctx, query),
  requestExport: (ctx, { body }) => requestExport(ctx, body),
  listExports: (ctx, { query }) => listExports(ctx, query),
  createExportLink: (ctx, { params, body }) => createExportLink(ctx, { ...params, ...body }),
}
