import * as z from 'zod/mini'
import { page, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { id } from '../kernel/id.ts'
import { field, text } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'
import { arrivals, namedScanInput, scanKinds, scanReceipt, sessionCode } from './shapes.ts'

const sessionParams = z.object({ sessionId: id('session') })

export const attendanceContract = {
  getSessionCode: route({
    method: 'GET',
    path: '/sessions/{sessionId}/code',
    summary: 'The code for the host’s screen now; ask again when the next one is due',
    access: 'host',
    limit: 'scan',
    params: sessionParams,
    query: z.object({ kind: field(z._default(z.enum(scanKinds), 'in'), 'Check in or check out') }),
    status: 200,
    reply: sessionCode,
    problems: ['host-required', 'session-cancelled'],
  }),
  getArrivals: route({
    method: 'GET',
    path: '/sessions/{sessionId}/arrivals',
    summary: 'Who has checked in, newest first, at most two hundred with the whole count',
    access: 'host',
    limit: 'scan',
    params: sessionParams,
    status: 200,
    reply: arrivals,
    problems: ['host-required'],
  }),
  listToRecord: route({
    method: 'GET',
    path: '/sessions/{sessionId}/people-to-record',
    summary: 'Who can be recorded by name now, in order of names: confirmed and not checked in, or checked in and not out; never oneself',
    access: 'host',
    limit: 'read',
    params: sessionParams,
    query: z.object({
      ...pageQuery,
      kind: field(z._default(z.enum(scanKinds), 'in'), 'Check in or check out'),
      search: field(z.optional(text(40)), 'Parts of the name or department', '陈'),
    }),
    status: 200,
    reply: page(personRef),
    problems: ['host-required'],
  }),
  scanCode: route({
    method: 'POST',
    path: '/scans',
    summary: 'Check in or out with a code just scanned; every attempt is recorded, refused ones too',
    access: 'employee',
    limit: 'scan',
    body: z.object({ code: field(text(200), 'What the QR image holds') }),
    status: 201,
    reply: scanReceipt,
    problems: [
      'code-unreadable',
      'code-expired',
      'not-signed-up',
      'still-waitlisted',
      'place-given-back',
      'too-early',
      'too-late',
      'not-checked-in',
      'checked-in-elsewhere',
      'session-cancelled',
    ],
  }),
  scanByName: route({
    method: 'POST',
    path: '/sessions/{sessionId}/named-scans',
    summary: 'A host records somebody who cannot scan, with a reason; never themself',
    access: 'host',
    limit: 'scan',
    params: sessionParams,
    body: namedScanInput,
    status: 201,
    reply: scanReceipt,
    problems: [
      'host-required',
      'own-check-in',
      'not-signed-up',
      'still-waitlisted',
      'place-given-back',
      'too-early',
      'too-late',
      'not-checked-in',
      'checked-in-elsewhere',
      'session-cancelled',
    ],
  }),
}
