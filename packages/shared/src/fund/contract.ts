import * as z from 'zod/mini'
import { page, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field, text } from '../kernel/zod.ts'
import { fields } from '../project/shapes.ts'
import { fundProjectStates } from './rules.ts'
import { fundMoveInput, fundProject, fundProjectCard, fundProjectDraft, fundReport, fundReportDraft, managedFundProject } from './shapes.ts'

const fundProjectParams = z.object({ fundProjectId: id('fundProject') })
const search = field(z.optional(text(40)), 'Words in name, summary, charity or city', '午餐')

export const fundContract = {
  listFundProjects: route({
    method: 'GET',
    path: '/fund-projects',
    summary: 'Fund projects people may look at: those that receive credit first, the newest first',
    access: 'employee',
    limit: 'read',
    query: z.object({ ...pageQuery, search, field: z.optional(z.enum(fields)) }),
    status: 200,
    reply: page(fundProjectCard),
    problems: [],
  }),
  getFundProject: route({
    method: 'GET',
    path: '/fund-projects/{fundProjectId}',
    summary: 'A fund project and where its money is; one that is not listed yet only for operators and auditors',
    access: 'employee',
    limit: 'read',
    params: fundProjectParams,
    status: 200,
    reply: fundProject,
    problems: [],
  }),
  listFundReports: route({
    method: 'GET',
    path: '/fund-projects/{fundProjectId}/reports',
    summary: 'What the charity reported, the newest first',
    access: 'employee',
    limit: 'read',
    params: fundProjectParams,
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(fundReport),
    problems: [],
  }),
  listManagedFundProjects: route({
    method: 'GET',
    path: '/managed-fund-projects',
    summary: 'Fund projects in every state, the newest first',
    access: ['operator', 'auditor'],
    limit: 'read',
    query: z.object({ ...pageQuery, search, state: z.optional(z.enum(fundProjectStates)) }),
    status: 200,
    reply: page(managedFundProject),
    problems: [],
  }),
  recommendFundProject: route({
    method: 'POST',
    path: '/fund-projects',
    summary: 'Bring in a fund project; another operator checks it',
    access: ['operator'],
    limit: 'write',
    body: fundProjectDraft,
    status: 201,
    reply: fundProject,
    problems: ['charity-code-invalid', 'upload-unknown'],
  }),
  changeFundProject: route({
    method: 'PUT',
    path: '/fund-projects/{fundProjectId}',
    summary: 'Change the words of a fund project; its charity only before it is checked',
    access: ['operator'],
    limit: 'write',
    params: fundProjectParams,
    body: fundProjectDraft,
    status: 200,
    reply: fundProject,
    problems: ['fund-project-state', 'charity-checked', 'charity-code-invalid', 'upload-unknown'],
  }),
  moveFundProject: route({
    method: 'POST',
    path: '/fund-projects/{fundProjectId}/moves',
    summary: 'Check, return, list, pause, resume or close a fund project; nobody checks what they brought in',
    access: ['operator'],
    limit: 'write',
    params: fundProjectParams,
    body: fundMoveInput,
    status: 201,
    reply: fundProject,
    problems: ['fund-project-state', 'own-fund-project', 'reason-required', 'charity-changed', 'charity-incomplete', 'report-overdue'],
  }),
  publishFundReport: route({
    method: 'POST',
    path: '/fund-projects/{fundProjectId}/reports',
    summary: 'Publish what the charity reported; the next report is due one interval from today',
    access: ['operator'],
    limit: 'write',
    params: fundProjectParams,
    body: fundReportDraft,
    status: 201,
    reply: fundReport,
    problems: ['fund-project-state', 'report-period', 'spent-above-paid', 'upload-unknown'],
  }),
}
