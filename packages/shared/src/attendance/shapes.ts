import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { count } from '../kernel/quantity.ts'
import { grade } from '../kernel/grade.ts'
import { field, instant, named, text } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'

export const scanKinds = ['in', 'out'] as const
export type ScanKind = (typeof scanKinds)[number]

/** How a scan came about: the person scanned, or a host looked the person up by name. */
export const scanMeans = ['code', 'named'] as const

/** The rotating code (签到码) on the host’s screen. */
export const sessionCode = named(
  'SessionCode',
  'The rotating code on the host’s screen',
  z.object({
    code: field(text(200), 'What the QR image holds', 'YJ1.0d3k9x2m4q7rt.i.1e9c0a.Yb3kq0s8b2m1'),
    kind: z.enum(scanKinds),
    nextAt: field(instant, 'When the next code is due'),
    goodUntil: instant,
    opensAt: instant,
    closesAt: instant,
    now: field(instant, 'The clock of the server, so that a wrong phone clock does no harm'),
  }),
)
export type SessionCode = z.infer<typeof sessionCode>

export const scanReceipt = named(
  'ScanReceipt',
  'What a scan recorded; the same scan again answers the same',
  z.object({
    attendanceId: id('attendance'),
    sessionId: id('session'),
    sessionTitle: z.string(),
    kind: z.enum(scanKinds),
    repeated: field(z.boolean(), 'True when it was recorded before'),
    inAt: z.nullable(instant),
    outAt: z.nullable(instant),
  }),
)
export type ScanReceipt = z.infer<typeof scanReceipt>

export const arrival = named(
  'Arrival',
  'A person who has checked in',
  z.object({
    attendanceId: id('attendance'),
    person: personRef,
    inAt: z.nullable(instant),
    outAt: z.nullable(instant),
    grade: grade,
    named: field(z.boolean(), 'Looked up by name by a host'),
  }),
)
export type Arrival = z.infer<typeof arrival>

export const arrivals = named(
  'Arrivals',
  'Who is here, newest first',
  z.object({ arrived: count, left: count, confirmed: count, items: z.array(arrival) }),
)
export type Arrivals = z.infer<typeof arrivals>

export const namedScanInput = z.object({
  employeeId: id('employee'),
  kind: z.enum(scanKinds),
  reason: field(text(200), 'Why the person could not scan', '手机没电'),
})
export type NamedScanInput = z.infer<typeof namedScanInput>

