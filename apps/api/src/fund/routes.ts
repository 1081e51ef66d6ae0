import type { fundContract } from '@yijian/shared/fund/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { changeFundProject } from './change-fund-project.ts'
import { getFundProject } from './get-fund-project.ts'
import { listFundProjects, listManagedFundProjects } from './list-fund-projects.ts'
import { listFundReports } from './list-fund-reports.ts'
import { moveFundProject } from './move-fund-project.ts'
import { publishFundReport } from './publish-fund-report.ts'
import { recommendFundProject } from './recommend-fund-project.ts'

export const fundHandlers: Handlers<typeof fundContract> = {
  listFundProjects: (ctx, { query }) => listFundProjects(ctx, query),
  getFundProject: (ctx, { params }) => getFundProject(ctx, params.fundProjectId),
  listFundReports: (ctx, { params, query }) => listFundReports(ctx, params.fundProjectId, query),
  listManagedFundProjects: (ctx, { query }) => listManagedFundProjects(ctx, query),
  recommendFundProject: (ctx, { body }) => recommendFundProject(ctx, body),
  changeFundProject: (ctx, { params, body }) => changeFundProject(ctx, params.fundProjectId, body),
  moveFundProject: (ctx, { params, body }) => moveFundProject(ctx, params.fundProjectId, body),
  publishFundReport: (ctx, { params, body }) => publishFundReport(ctx, params.fundProjectId, body),
}
