import * as z from 'zod/mini'
import { page, pageQuery, queryWhole } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field } from '../kernel/zod.ts'
import { exportFormats, exportLink, hrExport, programmeSummary, requestExportInput, yearReport } from './shapes.ts'

const exportParams = z.object({ exportId: id('export') })

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
    summary: 'A year with the two before it and to date: key figures, months, splits',
    access: ['hr', 'auditor'],
    limit: 'read',
    params: z.object({ year: field(queryWhole(2000, 2100), 'A year', 2026) }),
    query: z.object({ branchId: z.optional(id('branch')) }),
    status: 200,
    reply: yearReport,
    problems: ['year-not-begun'],
  }),
  requestExport: route({
    method: 'POST',
    path: '/exports',
    summary: 'Have the files of a year built in the background',
    access: ['hr'],
    limit: 'write',
    body: requestExportInput,
    status: 202,
    reply: hrExport,
    problems: ['year-not-begun'],
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
