import * as z from 'zod/mini'
import { page, pageQuery, queryWhole } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field, text, whole } from '../kernel/zod.ts'
import { MOST_PEOPLE_AT_ONCE } from './rules.ts'
import { confirmation, confirmed, correctionEffect, hoursLine, issued, issuedLine, myHoursLine, toIssue } from './shapes.ts'

const sessionParams = z.object({ sessionId: id('session') })
/** One item a person. */
const perPerson = <Item extends z.core.SomeType>(item: Item) =>
  z.array(item).check(
    z.minLength(1),
    z.maxLength(MOST_PEOPLE_AT_ONCE),
    z.refine((items) => new Set((items as { attendanceId: string }[]).map(({ attendanceId }) => attendanceId)).size === items.length),
  )
const attendanceParams = z.object({ attendanceId: id('attendance') })

export const hoursContract = {
  listSessionHours: route({
    method: 'GET',
    path: '/sessions/{sessionId}/hours',
    summary: 'The hours sheet of a session: presence, proposed and confirmed minutes, state',
    access: 'host',
    limit: 'read',
    params: sessionParams,
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(hoursLine),
    problems: ['host-required'],
  }),
  completeHours: route({
    method: 'POST',
    path: '/sessions/{sessionId}/completions',
    summary: 'Confirm minutes after the session, all people at once; all or none',
    access: 'host',
    limit: 'write',
    params: sessionParams,
    body: z.object({
      items: perPerson(confirmation),
    }),
    status: 201,
    reply: z.object({ items: z.array(hoursLine) }),
    problems: [
      'host-required',
      'session-not-over',
      'session-cancelled',
      'minutes-reason-required',
      'minutes-above-session',
      'daily-limit',
      'hours-state',
    ],
  }),
  issueHours: route({
    method: 'POST',
    path: '/sessions/{sessionId}/issues',
    summary: 'Issue confirmed hours of a session: one journal a person, credit and points in the same transaction',
    access: 'host',
    limit: 'write',
    params: sessionParams,
    body: z.object({
      items: field(
        z.optional(perPerson(confirmed)),
        'With the minutes as the caller was shown them. Left out: all that the caller may issue, at most five hundred',
      ),
    }),
    status: 201,
    reply: z.object({ items: z.array(issued), remaining: field(whole(0), 'Confirmed hours that still wait in this session') }),
    problems: ['host-required', 'own-hours', 'hours-state', 'minutes-moved', 'nothing-to-issue', 'other-branch'],
  }),
  listHoursToIssue: route({
    method: 'GET',
    path: '/hours-to-issue',
    summary: 'Hours of hosts in the branches I lead that wait for me',
    access: ['branch-lead'],
    limit: 'read',
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(toIssue),
    problems: [],
  }),
  listIssuedHours: route({
    method: 'GET',
    path: '/issued-hours',
    summary: 'Issued hours in the branches I lead, the newest service day first, never my own; each look is recorded',
    access: ['branch-lead'],
    limit: 'read',
    query: z.object({ ...pageQuery, search: field(z.optional(text(64)), 'A part of the name or the beginning of the staff number', '陈') }),
    status: 200,
    reply: page(issuedLine),
    problems: [],
  }),
  previewCorrection: route({
    method: 'GET',
    path: '/attendances/{attendanceId}/correction',
    summary: 'What a correction of issued hours would change',
    access: ['branch-lead'],
    limit: 'read',
    params: attendanceParams,
    query: z.object({ minutes: field(queryWhole(0, 1440), 'Minutes after the correction') }),
    status: 200,
    reply: correctionEffect,
    problems: ['other-branch', 'own-hours', 'hours-state', 'minutes-unchanged', 'minutes-above-session'],
  }),
  correctHours: route({
    method: 'POST',
    path: '/attendances/{attendanceId}/corrections',
    summary: 'Correct issued hours: the journal is reversed and a new one posted, everything follows',
    access: ['branch-lead'],
    limit: 'write',
    params: attendanceParams,
    body: z.object({
      minutes: field(whole(0, 1440), 'Minutes after the correction', 90),
      minutesBefore: field(whole(0, 1440), 'In force as the lead was shown; refused when another figure is in force now', 180),
      reason: text(300),
    }),
    status: 201,
    reply: z.object({ effect: correctionEffect, line: hoursLine }),
    problems: [
      'other-branch',
      'own-hours',
      'hours-state',
      'minutes-moved',
      'minutes-unchanged',
      'minutes-above-session',
      'already-reversed',
    ],
  }),
  listMyHours: route({
    method: 'GET',
    path: '/me/hours',
    summary: 'My sessions from scan to ledger, the newest first',
    access: 'employee',
    limit: 'read',
    query: z.object({ ...pageQuery }),
    status: 200,
    reply: page(myHoursLine),
    problems: [],
  }),
}
