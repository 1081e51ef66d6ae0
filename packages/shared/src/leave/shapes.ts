import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { minutes } from '../kernel/quantity.ts'
import { day, field, instant, named, whole } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'

/** Requested → approved → used; or declined, cancelled by the person, returned because the reason fell away. */
export const leaveStates = ['requested', 'approved', 'declined', 'used', 'cancelled', 'returned'] as const
export type LeaveState = (typeof leaveStates)[number]

/** The part of the day that is taken off. */
export const leaveParts = ['day', 'morning', 'afternoon'] as const
export type LeavePart = (typeof leaveParts)[number]

/** Why leave came back without anybody asking for it. */
export const returnCauses = ['session-cancelled', 'session-moved', 'signup-cancelled', 'undecided'] as const
export type ReturnCause = (typeof returnCauses)[number]

export const leaveYear = field(whole(2000, 2999), 'Calendar year in Shanghai', 2026)

/** Charity leave (公益假) asked for, tied to a sign-up. */
export const leave = named(
  'Leave',
  'Charity leave asked for, tied to a sign-up',
  z.object({
    id: id('leave'),
    person: personRef,
    signupId: id('signup'),
    session: z.object({ id: id('session'), title: z.string(), projectTitle: z.string(), startsAt: instant, endsAt: instant }),
    leaveOn: field(day, 'The day off'),
    part: z.enum(leaveParts),
    minutes: field(minutes, 'Leave it takes', 240),
    state: z.enum(leaveStates),
    requestedAt: instant,
    decidedAt: z.nullable(instant),
    decidedBy: z.nullable(personRef),
    reason: field(z.nullable(z.string()), 'Why it was declined'),
    returnCause: field(z.nullable(z.enum(returnCauses)), 'Why it came back by itself'),
  }),
)
export type Leave = z.infer<typeof leave>

/** Leave of one calendar year; a day off takes from the year it is in. */
export const leaveOfYear = named(
  'LeaveOfYear',
  'My charity leave of one year',
  z.object({
    year: leaveYear,
    allowanceMinutes: field(minutes, 'Leave of the year', 480),
    leftMinutes: field(minutes, 'Can still be asked for', 240),
    heldMinutes: field(minutes, 'Asked for or approved, and not taken yet', 240),
    usedMinutes: field(minutes, 'Taken in the year', 0),
  }),
)
export type LeaveOfYear = z.infer<typeof leaveOfYear>

export const leaveAllowance = named(
  'LeaveAllowance',
  'My charity leave of this year and the rules it is asked for by',
  z.object({
    ...leaveOfYear.shape,
    next: field(leaveOfYear, 'That of next year, which can be asked for already'),
    halfDayMinutes: field(minutes, 'What half a day takes', 240),
    earnsCredit: field(z.boolean(), 'Whether hours served on leave earn credit too'),
    asOf: instant,
  }),
)
export type LeaveAllowance = z.infer<typeof leaveAllowance>
