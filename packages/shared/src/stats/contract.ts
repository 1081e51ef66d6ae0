import * as z from 'zod/mini'
import { page, pageQuery, queryWhole } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field } from '../kernel/zod.ts'
import { exportFormats, exportLink, hrExport, programmeSummary, reportedYear, requestExportInput, yearClosing } from './shapes.ts'

const exportParams = z.object({ exportId: id('export') })
const yearParams = z.object({ year: field(queryWhole(2000, 2100), 'A year', 2026) })

export const statsContract = {
  getProgrammeSummary: route({
    method: 'GET',
    path: '/statistics/summary',
    summary: 'Volunteers, projects, hosts, hours and credit to date',
    access: ['hr', 'operator', 'auditor'],
    limit: 'read',
    status: 200,
    reply: programmeSummary,
    problems: [],
  }),
  getYearReport: route({
    method: 'GET',
    path: '/statistics/years/{year}',
    summary: 'A year with the two before it and to date: key figures, months, splits; frozen figures of a closed year',
    access: ['hr', 'auditor'],
    limit: 'read',
    params: yearParams,
    query: z.object({ branchId: z.optional(id('branch')) }),
    status: 200,
    reply: reportedYear,
    problems: ['year-not-begun'],
  }),
  closeYear: route({
    method: 'POST',
    path: '/statistics/years/{year}/closings',
    summary: 'Close a year that has ended: its figures are frozen, later corrections come as a difference file',
    access: ['hr'],
    limit: 'write',
    params: yearParams,
    status: 201,
    reply: yearClosing,
    problems: ['year-still-running', 'year-closed', 'closing-needs-export', 'export-outdated'],
  }),
  listYearClosings: route({
    method: 'GET',
    path: '/statistics/closings',
    summary: 'Closed years, the newest first',
    access: ['hr', 'auditor'],
    limit: 'read',
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(yearClosing),
    problems: [],
  }),
  requestExport: route({
    method: 'POST',
    path: '/exports',
    summary: 'Have the files of a year, or of what was corrected after its close, built in the background',
    access: ['hr'],
    limit: 'write',
    body: requestExportInput,
    status: 202,
    reply: hrExport,
    problems: ['year-not-begun', 'year-closed', 'year-not-closed', 'difference-of-branch'],
  }),
  listExports: route({
    method: 'GET',
    path: '/exports',
    summary: 'Exports with their state, the newest first',
    access: ['hr'],
    limit: 'read',
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(hrExport),
    problems: [],
  }),
  createExportLink: route({
    method: 'POST',
    path: '/exports/{exportId}/links',
    summary: 'A short-lived link to a file of an export; every one is recorded',
    access: ['hr'],
    limit: 'write',
    params: exportParams,
    body: z.object({ format: z.enum(exportFormats) }),
    status: 201,
    reply: exportLink,
    problems: ['export-not-ready', 'export-failed'],
  }),
}
