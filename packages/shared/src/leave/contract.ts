import * as z from 'zod/mini'
import { fileLink } from '../file/shapes.ts'
import { page, pageQuery, queryWhole } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { count } from '../kernel/quantity.ts'
import { day, field, instant, text } from '../kernel/zod.ts'
import { leave, leaveAllowance, leaveParts, leaveStates, leaveYear } from './shapes.ts'

const leaveParams = z.object({ leaveId: id('leave') })

export const leaveContract = {
  getMyLeave: route({
    method: 'GET',
    path: '/me/leave',
    summary: 'My charity leave of this year and the next: left, asked for, taken',
    access: 'employee',
    limit: 'read',
    status: 200,
    reply: leaveAllowance,
    problems: [],
  }),
  listMyLeave: route({
    method: 'GET',
    path: '/me/leave-requests',
    summary: 'Leave I asked for, the newest first',
    access: 'employee',
    limit: 'read',
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(leave),
    problems: [],
  }),
  requestLeave: route({
    method: 'POST',
    path: '/leave-requests',
    summary: 'Ask for charity leave on the day of a session I have a place in',
    access: 'employee',
    limit: 'write',
    body: z.object({
      signupId: id('signup'),
      leaveOn: field(day, 'A day the session falls on'),
      part: z.enum(leaveParts),
    }),
    status: 201,
    reply: leave,
    problems: [
      'not-found',
      'session-cancelled',
      'leave-needs-place',
      'leave-day-mismatch',
      'leave-day-passed',
      'leave-year-ahead',
      'leave-already-asked',
      'leave-insufficient',
    ],
  }),
  cancelLeave: route({
    method: 'POST',
    path: '/leave-requests/{leaveId}/cancellation',
    summary: 'Take leave back that I asked for, before its day',
    access: 'employee',
    limit: 'write',
    params: leaveParams,
    status: 200,
    reply: leave,
    problems: ['leave-state', 'leave-day-passed'],
  }),
  decideLeave: route({
    method: 'POST',
    path: '/leave-requests/{leaveId}/decision',
    summary: 'Approve or decline leave that somebody else asked for',
    access: ['hr', 'branch-lead'],
    limit: 'write',
    params: leaveParams,
    body: z.object({
      decision: z.enum(['approved', 'declined']),
      reason: field(z.optional(text(200)), 'Needed to decline; the person reads it'),
    }),
    status: 200,
    reply: leave,
    problems: ['own-leave', 'other-branch', 'reason-required', 'leave-state', 'leave-day-passed'],
  }),
  listLeaveToDecide: route({
    method: 'GET',
    path: '/leave-to-decide',
    summary: 'Leave that waits for me, the first day first: of everybody for HR, of my branches for a branch lead',
    access: ['hr', 'branch-lead'],
    limit: 'read',
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(leave),
    problems: [],
  }),
  exportLeave: route({
    method: 'POST',
    path: '/leave-exports',
    summary: 'All leave of a year as a CSV file, behind a link for some minutes; who took it is recorded',
    access: ['hr'],
    limit: 'import',
    body: z.object({ year: leaveYear }),
    status: 201,
    reply: z.object({ link: fileLink, linkEndsAt: instant, rows: field(count, 'Rows without the headings') }),
    problems: ['storage-unavailable'],
  }),
  listLeave: route({
    method: 'GET',
    path: '/leave-requests',
    summary: 'All leave of a year, by its day; who looked is recorded',
    access: ['hr'],
    limit: 'read',
    query: z.object({
      ...pageQuery,
      year: field(queryWhole(2000, 2999), 'Year of the leave’s day', 2026),
      state: z.optional(z.enum(leaveStates)),
    }),
    status: 200,
    reply: page(leave),
    problems: [],
  }),
}
