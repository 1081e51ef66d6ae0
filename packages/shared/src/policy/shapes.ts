import * as z from 'zod/mini'
import { id } from '../kernel/id.ts'
import { grade } from '../kernel/grade.ts'
import { day, field, instant, named, text, whole } from '../kernel/zod.ts'

/** How matching reckons: whole units with carry, or every minute. */
export const matchingModes = ['step', 'exact'] as const

/** How hours and own donations become charity credit (配捐规则). */
export const matchingSettings = named(
  'MatchingSettings',
  'How volunteer minutes and own donations become charity credit',
  z.object({
    mode: field(z.enum(matchingModes), 'step: whole units with carry; exact: every minute pays its share'),
    unitMinutes: field(whole(1, 1440), 'Minutes that make one unit', 60),
    unitMinutesGrantFen: field(whole(0, 100_000_000), 'Credit for one unit of minutes, in fen', 10_000),
    unitGiftFen: field(whole(1, 100_000_000), 'Own donation that makes one unit, in fen', 10_000),
    unitGiftGrantFen: field(whole(0, 100_000_000), 'Credit for one unit of own donation, in fen', 10_000),
    creditGrades: field(z.array(grade), 'Evidence grades whose minutes earn credit'),
  }),
)
export type MatchingSettings = z.infer<typeof matchingSettings>

export const pointsSettings = named(
  'PointsSettings',
  'How volunteer minutes earn points',
  z.object({
    unitMinutes: field(whole(1, 1440), 'Minutes that make one unit; whole units of one session count', 60),
    unitPoints: field(whole(0, 1_000_000), 'Points for one unit', 20),
    pointsGrades: z.array(grade),
  }),
)
export type PointsSettings = z.infer<typeof pointsSettings>

export const attendanceSettings = named(
  'AttendanceSettings',
  'Windows and limits of check-in and of confirmed minutes',
  z.object({
    codeEverySeconds: field(whole(5, 300), 'A new code appears this often', 15),
    codeGoodSeconds: field(whole(5, 900), 'A code is accepted this long', 45),
    opensBeforeMinutes: field(whole(0, 1440), 'Check-in opens this long before the start', 30),
    checkInClosesAfterEndMinutes: field(whole(0, 1440), 'Check-in is refused this long after the end', 0),
    checkOutClosesAfterEndMinutes: field(whole(0, 2880), 'Check-out is accepted this long after the end', 120),
    presencePercent: field(whole(0, 100), 'Presence below this share of the session needs a reason of the host', 60),
    dailyMaxMinutes: field(whole(1, 1440), 'Minutes a person may have confirmed on one day', 960),
  }),
)
export type AttendanceSettings = z.infer<typeof attendanceSettings>

export const badgeSettings = named(
  'BadgeSettings',
  'Which facts unlock which badge',
  z.object({ minuteMilestones: field(z.array(whole(1)), 'Total minutes at which a badge is unlocked', [600, 3000, 6000]) }),
)
export type BadgeSettings = z.infer<typeof badgeSettings>

export const givingSettings = named(
  'GivingSettings',
  'How credit is given on',
  z.object({
    coolingMinutes: field(whole(0, 10_080), 'A donation can be undone this long', 30),
    minDonationFen: field(whole(1, 100_000_000), 'The least one project may be given, in fen', 1),
    maxProjects: field(whole(1, 20), 'Projects one donation may be split over', 10),
    claimWithinDays: field(whole(1, 3660), 'An own donation may be claimed this long after its day', 365),
  }),
)
export type GivingSettings = z.infer<typeof givingSettings>

export const leaveSettings = named(
  'LeaveSettings',
  'Charity leave (公益假)',
  z.object({
    allowanceMinutes: field(whole(0, 10_080), 'Leave of one year', 480),
    halfDayMinutes: field(whole(1, 720), 'Leave is taken in whole multiples of this', 240),
    earnsCredit: field(z.boolean(), 'Whether hours served on leave earn credit too; said before sign-up'),
  }),
)
export type LeaveSettings = z.infer<typeof leaveSettings>

export const messageSettings = named(
  'MessageSettings',
  'When messages are sent',
  z.object({
    quietFromHour: field(whole(0, 23), 'From this hour in Shanghai nothing is sent but what cannot wait', 22),
    quietUntilHour: field(whole(0, 23), 'Until this hour', 8),
    reminderMinutes: field(z.array(whole(1, 20_160)), 'Reminders this long before a session begins', [4320, 1440]),
  }),
)
export type MessageSettings = z.infer<typeof messageSettings>

export const statisticsSettings = named(
  'StatisticsSettings',
  'How figures are published',
  z.object({ smallCell: field(whole(0, 100), 'Splits of fewer people than this are not shown', 5) }),
)
export type StatisticsSettings = z.infer<typeof statisticsSettings>

export const policySettings = {
  matching: matchingSettings,
  points: pointsSettings,
  attendance: attendanceSettings,
  badge: badgeSettings,
  giving: givingSettings,
  leave: leaveSettings,
  message: messageSettings,
  statistics: statisticsSettings,
} as const

export type PolicyKind = keyof typeof policySettings
export type PolicySettings = { [K in PolicyKind]: z.infer<(typeof policySettings)[K]> }
export const policyKinds = [
  'matching',
  'points',
  'attendance',
  'badge',
  'giving',
  'leave',
  'message',
  'statistics',
] as const satisfies readonly PolicyKind[]

/** The settings in force until an operator publishes other ones (product rules, visible in the app). */
export const defaultPolicies: PolicySettings = {
  matching: {
    mode: 'step',
    unitMinutes: 60,
    unitMinutesGrantFen: 10_000,
    unitGiftFen: 10_000,
    unitGiftGrantFen: 10_000,
    creditGrades: ['A', 'B', 'C'],
  },
  points: { unitMinutes: 60, unitPoints: 20, pointsGrades: ['A', 'B', 'C'] },
  attendance: {
    codeEverySeconds: 15,
    codeGoodSeconds: 45,
    opensBeforeMinutes: 30,
    checkInClosesAfterEndMinutes: 0,
    checkOutClosesAfterEndMinutes: 120,
    presencePercent: 60,
    dailyMaxMinutes: 960,
  },
  badge: { minuteMilestones: [600, 3000, 6000] },
  giving: { coolingMinutes: 30, minDonationFen: 1, maxProjects: 10, claimWithinDays: 365 },
  leave: { allowanceMinutes: 480, halfDayMinutes: 240, earnsCredit: true },
  message: { quietFromHour: 22, quietUntilHour: 8, reminderMinutes: [4320, 1440] },
  statistics: { smallCell: 5 },
}

const header = {
  id: id('policy'),
  label: field(text(40), 'Name people see beside each entry', '2026-1'),
  inForceFrom: field(day, 'First service day it applies to', '2026-01-01'),
  publishedAt: instant,
}

/** A dated version of one policy (政策版本); a fact is valued by the version in force on its service day. */
export const policyVersion = named(
  'PolicyVersion',
  'A dated version of one policy; facts are valued by the version in force on their service day',
  z.discriminatedUnion('kind', [
    z.object({ ...header, kind: z.literal('matching'), settings: matchingSettings }),
    z.object({ ...header, kind: z.literal('points'), settings: pointsSettings }),
    z.object({ ...header, kind: z.literal('attendance'), settings: attendanceSettings }),
    z.object({ ...header, kind: z.literal('badge'), settings: badgeSettings }),
    z.object({ ...header, kind: z.literal('giving'), settings: givingSettings }),
    z.object({ ...header, kind: z.literal('leave'), settings: leaveSettings }),
    z.object({ ...header, kind: z.literal('message'), settings: messageSettings }),
    z.object({ ...header, kind: z.literal('statistics'), settings: statisticsSettings }),
  ]),
)
export type PolicyVersion = z.infer<typeof policyVersion>

const draft = {
  label: header.label,
  inForceFrom: header.inForceFrom,
  follows: field(header.id, 'The newest version of its kind, as it was shown; refused when another was published since'),
}

export const publishPolicyInput = z.discriminatedUnion('kind', [
  z.object({ ...draft, kind: z.literal('matching'), settings: matchingSettings }),
  z.object({ ...draft, kind: z.literal('points'), settings: pointsSettings }),
  z.object({ ...draft, kind: z.literal('attendance'), settings: attendanceSettings }),
  z.object({ ...draft, kind: z.literal('badge'), settings: badgeSettings }),
  z.object({ ...draft, kind: z.literal('giving'), settings: givingSettings }),
  z.object({ ...draft, kind: z.literal('leave'), settings: leaveSettings }),
  z.object({ ...draft, kind: z.literal('message'), settings: messageSettings }),
  z.object({ ...draft, kind: z.literal('statistics'), settings: statisticsSettings }),
])
export type PublishPolicyInput = z.infer<typeof publishPolicyInput>
