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
export type ScanMeans = (typeof scanMeans)[number]

/** The rotating code (签到码) on the host’s screen. */
export const sessionCode = named(
  'SessionCode',
  'The rotating code on the host’s screen',
  z.object({
    code: field(text(200), 'What the QR image holds', 'YJ1.0D3K9X2M4Q7RT.I.TOSEK0.5D0C9B1E77A2F40386BC91D2'),
    kind: z.enum(scanKinds),
    nextAt: field(instant, 'When the next code is due'),
    goodUntil: field(instant, 'When this code stops counting'),
    opensAt: field(instant, 'When scans of this kind are first taken'),
    closesAt: field(instant, 'When they no longer are'),
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
    inAt: field(instant, 'First check-in'),
    outAt: field(z.nullable(instant), 'Last check-out'),
  }),
)
export type ScanReceipt = z.infer<typeof scanReceipt>

export const arrival = named(
  'Arrival',
  'A person who has checked in',
  z.object({
    attendanceId: id('attendance'),
    person: personRef,
    inAt: field(instant, 'First check-in'),
    outAt: field(z.nullable(instant), 'Last check-out'),
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
