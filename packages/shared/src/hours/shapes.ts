import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { grade } from '../kernel/grade.ts'
import { fen, minutes, points } from '../kernel/quantity.ts'
import { day, field, instant, named, text, whole } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'

/** Attended → completed → issued (到场 → 完成 → 下发): three states, three times. */
export const hoursStates = ['attended', 'completed', 'issued'] as const
export type HoursState = (typeof hoursStates)[number]

/** Why a host must give a reason before minutes can be confirmed. */
export const reasonCauses = ['changed', 'short-presence', 'no-check-out'] as const

export const hoursLine = named(
  'HoursLine',
  'The hours of one person in one session, from scan to ledger',
  z.object({
    attendanceId: id('attendance'),
    person: personRef,
    inAt: instant,
    outAt: z.nullable(instant),
    proposedMinutes: field(minutes, 'Overlap of presence and session', 180),
    minutes: field(z.nullable(minutes), 'Confirmed by the host; null before that', 180),
    grade,
    state: z.enum(hoursStates),
    reason: z.nullable(z.string()),
    reasonNeededFor: field(z.array(z.enum(reasonCauses)), 'What makes a reason necessary if the proposal is taken'),
    ownHours: field(z.boolean(), 'The person hosts this project, so a branch lead issues'),
    completedAt: z.nullable(instant),
    completedBy: z.nullable(personRef),
    issuedAt: z.nullable(instant),
    issuedBy: z.nullable(personRef),
  }),
)
export type HoursLine = z.infer<typeof hoursLine>

export const confirmation = z.object({
  attendanceId: id('attendance'),
  minutes: field(whole(0, 1440), 'Minutes to confirm', 180),
  reason: z.optional(text(200)),
})
export type Confirmation = z.infer<typeof confirmation>

/** Minutes that wait to be issued, as whoever issues them sees them. */
export const confirmed = z.object({ attendanceId: id('attendance'), minutes: field(whole(0, 1440), 'As confirmed', 180) })
export type Confirmed = z.infer<typeof confirmed>

/** What issuing brought one person, entry by entry of one journal. */
export const issued = named(
  'IssuedHours',
  'What issuing brought one person',
  z.object({
    attendanceId: id('attendance'),
    journalId: field(z.nullable(id('journal')), 'Null when no minutes were confirmed'),
    minutes,
    creditFen: field(fen, 'Credit matched, a debt paid from it included', 30_000),
    carriedMinutes: field(minutes, 'Minutes kept towards the next unit', 30),
    points,
  }),
)
export type Issued = z.infer<typeof issued>

export const toIssue = named(
  'HoursToIssue',
  'Hours of a host that wait for the branch lead',
  z.object({ line: hoursLine, sessionId: id('session'), sessionTitle: z.string(), projectTitle: z.string(), startsAt: instant }),
)
export type ToIssue = z.infer<typeof toIssue>

export const issuedLine = named(
  'IssuedLine',
  'Issued hours of one person as a branch lead may correct them',
  z.object({
    attendanceId: id('attendance'),
    person: personRef,
    sessionTitle: z.string(),
    projectTitle: z.string(),
    servedOn: day,
    sessionMinutes: field(minutes, 'The most that can be in force', 180),
    minutes: field(minutes, 'In force now', 180),
    grade,
    corrections: field(whole(0), 'How often the minutes were corrected', 0),
  }),
)
export type IssuedLine = z.infer<typeof issuedLine>

export const correctionEffect = named(
  'CorrectionEffect',
  'What a correction changes before it is made, by the same rule',
  z.object({
    minutesBefore: minutes,
    minutesAfter: minutes,
    creditChangeFen: field(fen, 'Change of what the person can give, debt apart', -10_000),
    owedChangeFen: field(fen, 'Debt that arises because the credit is spent', 0),
    pointsChange: points,
    carriedMinutesAfter: minutes,
    badgesSuspended: field(z.array(z.string()), 'Codes of badges of the person', ['minutes-600']),
    badgesUnlocked: field(z.array(z.string()), 'Codes of badges of the person', []),
  }),
)
export type CorrectionEffect = z.infer<typeof correctionEffect>

export const myHoursLine = named(
  'MyHoursLine',
  'My hours in one session and how far they have come',
  z.object({
    attendanceId: id('attendance'),
    sessionId: id('session'),
    sessionTitle: z.string(),
    startsAt: instant,
    state: z.enum(hoursStates),
    grade,
    inAt: instant,
    outAt: z.nullable(instant),
    minutes: field(z.nullable(minutes), 'Null until the host confirms', 180),
    journalId: z.nullable(id('journal')),
  }),
)
export type MyHoursLine = z.infer<typeof myHoursLine>
